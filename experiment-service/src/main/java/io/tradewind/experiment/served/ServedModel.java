package io.tradewind.experiment.served;

import io.tradewind.contracts.experiment.ExperimentChanged.Variant;
import org.jspecify.annotations.Nullable;

/**
 * What experiments need to know of a model.
 *
 * @param activeVersion version that every replica serves; null when none is
 */
public record ServedModel(String owner, @Nullable Integer activeVersion) {

    /** Whether the variant can be answered for: by the version it is pinned to, or by any where it is pinned to none. */
    public boolean answersFor(Variant variant) {
        Integer pinned = variant.modelVersion();
        return activeVersion != null && (pinned == null || pinned.equals(activeVersion));
    }
}
