package io.tradewind.registry.replica;

import java.util.Set;

/**
 * A replica that is alive, and what it serves of one model.
 *
 * @param serving version numbers; two while it drains the old one
 */
public record LiveReplica(String id, Set<Integer> serving) {

    public LiveReplica {
        serving = Set.copyOf(serving);
    }
}
