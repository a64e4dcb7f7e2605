package io.tradewind.inference.experiment;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.tradewind.contracts.experiment.ExperimentChanged;
import jakarta.enterprise.context.ApplicationScoped;

/** The last known state of every experiment. */
@ApplicationScoped
public class KnownExperiments {

    private final ConcurrentHashMap<UUID, ExperimentChanged> byId = new ConcurrentHashMap<>();

    /** Takes a state in unless a newer one is known. */
    public void offer(ExperimentChanged experiment) {
        byId.merge(
                experiment.experimentId(),
                experiment,
                (known, offered) -> offered.revision() > known.revision() ? offered : known);
    }

    /** Every experiment, whatever its status. */
    public Collection<ExperimentChanged> all() {
        return List.copyOf(byId.values());
    }
}
