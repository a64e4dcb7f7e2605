package io.tradewind.market.feature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.tradewind.market.definition.Definer;
import io.tradewind.market.definition.Feature;
import io.tradewind.market.definition.FeatureDefinition;
import io.tradewind.market.definition.FeatureGroup;
import org.jspecify.annotations.Nullable;

/** Every feature there is, in a fixed order. */
public final class FeatureCatalogue {
    private static final Map<String, Feature> FEATURES = collect();

    private FeatureCatalogue() {}

    private static Map<String, Feature> collect() {
        Definer definer = new Definer();
        for (FeatureGroup group : FeatureGroups.ALL) {
            group.define(definer);
        }
        Map<String, Feature> features = new LinkedHashMap<>();
        for (Feature feature : definer.features()) {
            if (features.put(feature.definition().name(), feature) != null) {
                throw new IllegalStateException(
                        "feature defined twice: " + feature.definition().name());
            }
        }
        return features;
    }

    /** All definitions, in catalogue order. */
    public static List<FeatureDefinition> all() {
        return FEATURES.values().stream().map(Feature::definition).toList();
    }

    /** Names of all features, in catalogue order. */
    public static List<String> names() {
        return List.copyOf(FEATURES.keySet());
    }

    /** Whether there is a feature of that name. */
    public static boolean contains(String name) {
        return FEATURES.containsKey(name);
    }

    /**
     * The definition of a feature.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static FeatureDefinition get(String name) {
        return feature(name).definition();
    }

    static Feature feature(String name) {
        Feature feature = FEATURES.get(name);
        if (feature == null) {
            String near = nearest(name);
            throw new IllegalArgumentException(
                    "unknown feature '" + name + "'" + (near == null ? "" : ", did you mean '" + near + "'?"));
        }
        return feature;
    }

    private static @Nullable String nearest(String name) {
        String best = null;
        int bestDistance = 4;
        for (String candidate : FEATURES.keySet()) {
            int distance = distance(name, candidate);
            if (distance < bestDistance) {
                bestDistance = distance;
                best = candidate;
            }
        }
        return best;
    }

    /** Levenshtein's edit distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
