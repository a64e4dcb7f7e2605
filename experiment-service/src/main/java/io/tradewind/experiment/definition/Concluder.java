package io.tradewind.experiment.definition;

import io.smallrye.mutiny.Uni;

/** Says what an experiment that ends has shown. */
public interface Concluder {

    /** The conclusion as JSON, from everything that was counted so far. */
    Uni<String> conclude(Experiment experiment);
}
