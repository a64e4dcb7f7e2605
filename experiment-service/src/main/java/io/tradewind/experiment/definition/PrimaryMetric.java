package io.tradewind.experiment.definition;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What decides an experiment. */
public enum PrimaryMetric {
    /** Share of outcomes whose direction was predicted. */
    ACCURACY,
    /** Mean profit per prediction, as a fraction of the stake, after costs. */
    PNL;

    /** Reads the name used on the wire, in lower case. */
    @JsonCreator
    public static PrimaryMetric parse(String name) {
        for (PrimaryMetric metric : values()) {
            if (metric.wireName().equals(name)) {
                return metric;
            }
        }
        String known = Arrays.stream(values()).map(PrimaryMetric::wireName).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("primaryMetric must be one of " + known + ", was " + name);
    }

    /** Name on the wire. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
