package io.tradewind.registry.mlmodel;

import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A model to be saved. Weights are not taken here: they come as a bundle whose every byte is verified.
 *
 * @param architecture {@code LSTM} when absent
 */
record SaveModelRequest(
        @NotBlank @Size(max = 120) String name,
        @Nullable String architecture,
        @Nullable String description,
        @Nullable Map<String, Object> config,
        @Nullable List<String> tags,
        @Nullable Object weights) {}
