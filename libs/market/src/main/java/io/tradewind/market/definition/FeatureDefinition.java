package io.tradewind.market.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a feature is and when it can be trusted.
 *
 * @param name unique, such as {@code rsi_14}
 * @param version raised whenever its values change; part of a set's schema hash
 * @param group such as {@code momentum}
 * @param formula in words or symbols, with what it gives on flat prices or without volume where that matters
 * @param source where the definition comes from
 * @param parameters by name
 * @param lookback first row, from 0, that has a value; rows before it are NaN
 * @param warmupBars first row, from 0, whose value no longer depends on where the series began (to 1e-6); candles on
 *     which the price stands still teach a recursive average nothing and do not count
 * @param minimum lower end of its range, or negative infinity
 * @param maximum upper end of its range, or infinity
 * @param scaleFree whether it stays the same when all prices are multiplied by a constant
 * @param cumulative whether its level counts from the first candle on for ever (OBV, A/D), so that only its changes
 *     are independent of where the series began
 */
public record FeatureDefinition(
        String name,
        int version,
        String group,
        String formula,
        String source,
        Map<String, Number> parameters,
        int lookback,
        int warmupBars,
        double minimum,
        double maximum,
        boolean scaleFree,
        boolean cumulative) {
    public FeatureDefinition {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(formula, "formula");
        Objects.requireNonNull(source, "source");
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        if (lookback < 0 || warmupBars < lookback) {
            throw new IllegalArgumentException(
                    "0 <= lookback <= warmupBars must hold for " + name + ", were " + lookback + " and " + warmupBars);
        }
    }
}
