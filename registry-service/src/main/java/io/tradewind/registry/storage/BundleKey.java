package io.tradewind.registry.storage;

import java.util.UUID;

/** Which bundle: every version of a model has one. */
public record BundleKey(UUID modelId, int version) {

    public BundleKey {
        if (version < 1) {
            throw new IllegalArgumentException("version must be >= 1, was " + version);
        }
    }

    @Override
    public String toString() {
        return modelId + "/" + version;
    }
}
