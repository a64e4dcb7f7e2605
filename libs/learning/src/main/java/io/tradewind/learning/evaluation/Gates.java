package io.tradewind.learning.evaluation;

import java.util.List;

/** The gates' verdict: passed only if every check did. */
public record Gates(boolean passed, List<GateCheck> checks) {

    public Gates {
        checks = List.copyOf(checks);
    }

    static Gates of(List<GateCheck> checks) {
        return new Gates(checks.stream().allMatch(GateCheck::passed), checks);
    }
}
