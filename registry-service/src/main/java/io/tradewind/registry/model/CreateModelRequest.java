package io.tradewind.registry.model;

import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a new model is to be.
 *
 * @param task {@code DIRECTION} when absent
 * @param config hyper-parameters of the architecture; what is absent gets the catalogue's default when it trains
 */
public record CreateModelRequest(
        @NotBlank @Size(max = 120) String name,
        @NotBlank String architecture,
        @Nullable String task,
        @Nullable @Size(max = 50) List<@NotNull @Pattern(regexp = SYMBOL) String> symbols,
        @Nullable String timeframe,
        @Nullable @Size(max = 4000) String description,
        @Nullable Map<String, Object> config,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 100) String> tags) {

    /** Symbols are keys on Kafka and in URLs: letters, digits and a few separators. */
    static final String SYMBOL = "[A-Za-z0-9][A-Za-z0-9._:/-]{0,39}";
}
