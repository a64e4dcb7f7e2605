package io.tradewind.registry.activity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The properties that two snapshots of the same thing disagree about, with the values on either side. */
public record Difference(Map<String, Object> before, Map<String, Object> after) {

    public Difference {
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
        after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
    }

    /** Compares property by property; one that only one side has is shown on that side only. */
    public static Difference between(Map<String, Object> before, Map<String, Object> after) {
        return new Difference(unlike(before, after), unlike(after, before));
    }

    private static Map<String, Object> unlike(Map<String, Object> these, Map<String, Object> those) {
        Map<String, Object> differing = new LinkedHashMap<>();
        these.forEach((name, value) -> {
            if (!those.containsKey(name) || !Objects.equals(value, those.get(name))) {
                differing.put(name, value);
            }
        });
        return differing;
    }
}
