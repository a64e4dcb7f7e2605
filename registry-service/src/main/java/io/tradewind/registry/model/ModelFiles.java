package io.tradewind.registry.model;

import java.util.UUID;

import io.smallrye.mutiny.Uni;

/** What a model keeps outside the database. */
public interface ModelFiles {

    /** Removes it all, after the model was deleted; what fails now is made up for later. */
    Uni<Void> remove(UUID modelId);
}
