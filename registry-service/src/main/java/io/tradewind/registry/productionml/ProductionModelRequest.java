package io.tradewind.registry.productionml;

import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a new model is to be, in the older API's words. */
record ProductionModelRequest(
        @NotBlank @Size(max = 120) String name,
        @NotBlank String architecture,
        @Nullable String type,
        @Nullable @Size(max = 50) List<String> symbols,
        @Nullable String timeframe,
        @Nullable @Size(max = 4000) String description,
        @Nullable Map<String, Object> customConfig) {}
