package io.tradewind.inference.experiment;

import java.util.Optional;
import java.util.UUID;

import io.tradewind.contracts.experiment.ExperimentChanged;
import org.jspecify.annotations.Nullable;

/**
 * A version that an experiment's arm is pinned to and that is not served.
 *
 * @param served version that is; null when none is
 */
public record MissingVersion(
        UUID modelId, int pinned, @Nullable Integer served) {

    /** What a variant lacks where this version of its model is served; nothing for one that takes any version. */
    public static Optional<MissingVersion> of(ExperimentChanged.Variant variant, @Nullable Integer served) {
        Integer pinned = variant.modelVersion();
        return pinned == null || pinned.equals(served)
                ? Optional.empty()
                : Optional.of(new MissingVersion(variant.modelId(), pinned, served));
    }

    /** In words. */
    public String reason() {
        return "it is pinned to version %d of model %s, and %s"
                .formatted(pinned, modelId, served == null ? "none is served" : "version " + served + " is served");
    }
}
