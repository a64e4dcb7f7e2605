package io.tradewind.market.feature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import io.tradewind.market.definition.Feature;
import io.tradewind.market.definition.FeatureDefinition;

/** Some features in a fixed order: the columns of a matrix, the inputs of a model. */
public final class FeatureSet {
    private final String name;
    private final List<Feature> features;
    private final List<String> names;
    private final int warmupBars;
    private final String schemaHash;

    private FeatureSet(String name, List<String> featureNames) {
        if (featureNames.isEmpty()) {
            throw new IllegalArgumentException("a feature set needs at least one feature");
        }
        Set<String> seen = new HashSet<>();
        for (String feature : featureNames) {
            if (!seen.add(feature)) {
                throw new IllegalArgumentException("feature '" + feature + "' is in the set twice");
            }
        }
        this.name = name;
        this.features = featureNames.stream().map(FeatureCatalogue::feature).toList();
        this.names = List.copyOf(featureNames);
        this.warmupBars = features.stream()
                .mapToInt(feature -> feature.definition().warmupBars())
                .max()
                .orElseThrow();
        this.schemaHash = hash(features);
    }

    /**
     * A set of the catalogue: {@code seed}, {@code alpha158}, {@code stationary} or {@code all}.
     *
     * @throws IllegalArgumentException when there is no such set
     */
    public static FeatureSet named(String name) {
        return new FeatureSet(name, NamedSets.features(name));
    }

    /**
     * The given features in the given order.
     *
     * @throws IllegalArgumentException when one is unknown or there twice, or there are none
     */
    public static FeatureSet of(List<String> names) {
        return new FeatureSet("custom", names);
    }

    /** Names that {@link #named} knows. */
    public static List<String> knownNames() {
        return NamedSets.NAMES;
    }

    /** The set's own name; {@code custom} when it was listed feature by feature. */
    public String name() {
        return name;
    }

    /** Feature names in order. */
    public List<String> names() {
        return names;
    }

    /** Definitions in order. */
    public List<FeatureDefinition> definitions() {
        return features.stream().map(Feature::definition).toList();
    }

    /** How many features there are. */
    public int size() {
        return names.size();
    }

    /** First row, from 0, at which every feature is independent of where the series began. */
    public int warmupBars() {
        return warmupBars;
    }

    /**
     * SHA-256 over names and versions in order, in lower-case hexadecimal: two sets with the same hash mean the same
     * columns.
     */
    public String schemaHash() {
        return schemaHash;
    }

    List<Feature> features() {
        return features;
    }

    private static String hash(List<Feature> features) {
        StringBuilder text = new StringBuilder();
        for (Feature feature : features) {
            text.append(feature.definition().name())
                    .append('@')
                    .append(feature.definition().version())
                    .append('\n');
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "FeatureSet[" + name + ", " + size() + " features, warm-up " + warmupBars + "]";
    }
}
