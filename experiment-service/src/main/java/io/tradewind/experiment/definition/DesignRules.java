package io.tradewind.experiment.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.tradewind.contracts.experiment.ExperimentChanged.Variant;
import io.tradewind.contracts.experiment.RandomisationUnit;
import io.tradewind.experiment.definition.CreateExperimentRequest.VariantRequest;
import org.jspecify.annotations.Nullable;

/** Turns a request into a design, or says what is wrong with it. */
final class DesignRules {

    static final int DEFAULT_MINIMUM_SAMPLE_SIZE = 1_000;
    static final double DEFAULT_SIGNIFICANCE = 0.05;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_VARIANTS = 20;
    private static final double WEIGHT_TOLERANCE = 1e-6;

    private DesignRules() {}

    /**
     * A complete design.
     *
     * @throws IllegalArgumentException naming the field, its value and its limit
     */
    static Design design(CreateExperimentRequest request) {
        return new Design(
                name("name", request.name()),
                request.hypothesis(),
                Objects.requireNonNullElse(request.unit(), RandomisationUnit.CANDLE),
                request.seed(),
                Objects.requireNonNullElse(request.symbols(), List.of()),
                request.timeframe(),
                variants(request.variants()),
                Objects.requireNonNullElse(request.primaryMetric(), PrimaryMetric.ACCURACY),
                (int) within("minimumSampleSize", request.minimumSampleSize(), DEFAULT_MINIMUM_SAMPLE_SIZE, 2, 1e9),
                within("significance", request.significance(), DEFAULT_SIGNIFICANCE, 1e-9, 0.5),
                within("coverage", request.coverage(), 1, 1e-9, 1),
                within("costBps", request.costBps(), 0, 0, 10_000));
    }

    private static List<Variant> variants(@Nullable List<VariantRequest> requested) {
        if (requested == null || requested.size() < 2 || requested.size() > MOST_VARIANTS) {
            throw new IllegalArgumentException(
                    "variants must be 2 to " + MOST_VARIANTS + ", were " + (requested == null ? 0 : requested.size()));
        }
        List<Variant> variants = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < requested.size(); i++) {
            Variant variant = variant("variants[" + i + "]", requested.get(i), 1.0 / requested.size());
            if (!names.add(variant.name())) {
                throw new IllegalArgumentException("variants[" + i + "].name '" + variant.name() + "' is taken");
            }
            variants.add(variant);
        }
        requireOneControl(variants);
        requireWholeWeights(variants);
        return variants;
    }

    private static Variant variant(String field, VariantRequest requested, double equalShare) {
        if (requested.modelId() == null) {
            throw new IllegalArgumentException(field + ".modelId is required");
        }
        if (requested.modelVersion() != null && requested.modelVersion() < 1) {
            throw new IllegalArgumentException(field + ".modelVersion must be >= 1, was " + requested.modelVersion());
        }
        return new Variant(
                name(field + ".name", requested.name()),
                requested.modelId(),
                requested.modelVersion(),
                within(field + ".weight", requested.weight(), equalShare, 1e-6, 1),
                Boolean.TRUE.equals(requested.control()));
    }

    private static void requireOneControl(List<Variant> variants) {
        long controls = variants.stream().filter(Variant::control).count();
        if (controls != 1) {
            throw new IllegalArgumentException("exactly one variant must be the control, were " + controls);
        }
    }

    private static void requireWholeWeights(List<Variant> variants) {
        double sum = variants.stream().mapToDouble(Variant::weight).sum();
        if (Math.abs(sum - 1) > WEIGHT_TOLERANCE) {
            throw new IllegalArgumentException("weights of the variants must add up to 1, were " + sum);
        }
    }

    private static String name(String field, @Nullable String value) {
        if (value == null || value.isBlank() || value.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(field + " must have 1 to " + LONGEST_NAME + " characters, had "
                    + (value == null ? 0 : value.strip().length()));
        }
        return value.strip();
    }

    private static double within(
            String field, @Nullable Number requested, double otherwise, double lowest, double highest) {
        double value = requested == null ? otherwise : requested.doubleValue();
        if (!(value >= lowest && value <= highest)) {
            throw new IllegalArgumentException(
                    field + " must be between " + lowest + " and " + highest + ", was " + value);
        }
        return value;
    }
}
