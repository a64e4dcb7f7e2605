package io.tradewind.registry.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What its owner says of a model.
 *
 * @param architecture name in the architecture catalogue
 * @param task what it predicts, such as {@code DIRECTION}
 * @param timeframe such as {@code 1h}; null when the model is not bound to one
 * @param config hyper-parameters a training job starts from
 */
public record ModelProfile(
        String name,
        String owner,
        String architecture,
        String task,
        List<String> symbols,
        @Nullable String timeframe,
        String description,
        Map<String, Object> config,
        List<String> tags) {

    public ModelProfile {
        symbols = List.copyOf(symbols);
        tags = List.copyOf(tags);
        // Not Map.copyOf: the order a user wrote is the order shown, and JSON null is a value.
        config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
    }
}
