package io.tradewind.registry.model;

import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a model; what is absent or null stays.
 *
 * @param timeframe an empty one unbinds the model from its timeframe
 */
public record PatchModelRequest(
        @Nullable @Size(min = 1, max = 120) String name,
        @Nullable @Size(max = 4000) String description,
        @Nullable @Size(max = 50) List<@NotNull @Pattern(regexp = CreateModelRequest.SYMBOL) String> symbols,
        @Nullable String timeframe,
        @Nullable Map<String, Object> config,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 100) String> tags) {}
