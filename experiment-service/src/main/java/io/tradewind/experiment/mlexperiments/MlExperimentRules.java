package io.tradewind.experiment.mlexperiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.tradewind.experiment.definition.CreateExperimentRequest;
import io.tradewind.experiment.definition.CreateExperimentRequest.VariantRequest;
import io.tradewind.experiment.definition.PrimaryMetric;
import org.jspecify.annotations.Nullable;

/** Translates the older face's experiment of two models into a design. */
final class MlExperimentRules {

    private static final Set<String> SETTINGS =
            Set.of("minSampleSize", "primaryMetric", "symbols", "timeframe", "trafficSplit");
    private static final double EVEN = 0.5;

    private MlExperimentRules() {}

    /**
     * The design of a request.
     *
     * @throws IllegalArgumentException for a setting this service does not honour, rather than ignoring it
     */
    static CreateExperimentRequest design(MlExperimentRequest request) {
        Map<String, Object> config = request.config() == null ? Map.of() : request.config();
        Set<String> unknown = new TreeSet<>(config.keySet());
        unknown.removeAll(SETTINGS);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "config " + unknown + " is not supported; known are " + new TreeSet<>(SETTINGS));
        }
        double treatment = number(config, "trafficSplit", EVEN);
        return new CreateExperimentRequest(
                request.name(),
                request.description(),
                null,
                null,
                symbols(config.get("symbols")),
                text(config, "timeframe"),
                List.of(
                        new VariantRequest("control", request.controlModel(), null, 1 - treatment, true),
                        new VariantRequest("treatment", request.treatmentModel(), null, treatment, false)),
                metric(text(config, "primaryMetric")),
                config.containsKey("minSampleSize") ? (int) number(config, "minSampleSize", 0) : null,
                null,
                null,
                null);
    }

    /** A win is a prediction whose direction came true, which is what accuracy counts. */
    private static @Nullable PrimaryMetric metric(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return name.equals("win_rate") ? PrimaryMetric.ACCURACY : PrimaryMetric.parse(name);
    }

    private static double number(Map<String, Object> config, String name, double otherwise) {
        Object value = config.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("config." + name + " must be a number, was " + value);
    }

    private static @Nullable String text(Map<String, Object> config, String name) {
        Object value = config.get(name);
        return value == null ? null : value.toString();
    }

    private static @Nullable List<String> symbols(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (!(value instanceof List<?> list)) {
            throw new IllegalArgumentException("config.symbols must be a list, was " + value);
        }
        List<String> symbols = new ArrayList<>();
        list.forEach(symbol -> symbols.add(String.valueOf(symbol)));
        return symbols;
    }
}
