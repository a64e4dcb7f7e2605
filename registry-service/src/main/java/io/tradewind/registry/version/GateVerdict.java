package io.tradewind.registry.version;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What a version's evaluation says of its gates. */
public sealed interface GateVerdict {

    /** Every gate held. */
    record Passed() implements GateVerdict {}

    /**
     * Some did not.
     *
     * @param checks the failed checks as the evaluation lists them: name, value, threshold, comparison
     */
    record Failed(List<Map<String, Object>> checks) implements GateVerdict {
        public Failed {
            checks = List.copyOf(checks);
        }
    }

    /** The bundle has no evaluation, or one without gates: nothing was shown, so nothing passed. */
    record Missing() implements GateVerdict {}

    /** Reads {@code gates} of an evaluation. */
    static GateVerdict of(@Nullable Map<String, Object> evaluation) {
        if (evaluation == null || !(evaluation.get("gates") instanceof Map<?, ?> gates)) {
            return new Missing();
        }
        return Boolean.TRUE.equals(gates.get("passed")) ? new Passed() : new Failed(failed(gates.get("checks")));
    }

    private static List<Map<String, Object>> failed(@Nullable Object checks) {
        if (!(checks instanceof List<?> listed)) {
            return List.of();
        }
        return listed.stream()
                .filter(Map.class::isInstance)
                .map(GateVerdict::check)
                .filter(check -> !Boolean.TRUE.equals(check.get("passed")))
                .toList();
    }

    @SuppressWarnings("unchecked") // JSON objects have string keys
    private static Map<String, Object> check(Object json) {
        return (Map<String, Object>) json;
    }
}
