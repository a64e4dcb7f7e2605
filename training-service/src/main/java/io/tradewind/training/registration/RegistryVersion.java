package io.tradewind.training.registration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tradewind.contracts.model.VersionStatus;
import org.jspecify.annotations.Nullable;

/** A model version as the registry shows it, as far as training needs it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record RegistryVersion(
        int version,
        VersionStatus status,
        @Nullable String bundleDigest,
        @Nullable String reason) {}
