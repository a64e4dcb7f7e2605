package io.tradewind.market.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.tradewind.market.kernel.KernelPlan;

/** Collects features as groups define them. */
public final class Definer {
    private final List<Feature> features = new ArrayList<>();
    private String group = "";

    /** Names the group of what follows. */
    public Definer group(String name) {
        group = name;
        return this;
    }

    /** Starts a feature that output {@code output} of the kernel computes. */
    public Draft feature(String name, KernelPlan plan, int output) {
        return new Draft(name, plan, output);
    }

    /** Everything defined so far, in order. */
    public List<Feature> features() {
        return List.copyOf(features);
    }

    /** A feature being described; {@link #add} finishes it. */
    public final class Draft {
        private final String name;
        private final KernelPlan plan;
        private final int output;
        private final Map<String, Number> parameters = new LinkedHashMap<>();
        private String formula = "";
        private String source = "";
        private int lookback;
        private int warmupBars = -1;
        private double minimum = Double.NEGATIVE_INFINITY;
        private double maximum = Double.POSITIVE_INFINITY;
        private boolean scaleFree;
        private boolean cumulative;

        private Draft(String name, KernelPlan plan, int output) {
            this.name = name;
            this.plan = plan;
            this.output = output;
        }

        public Draft formula(String text) {
            formula = text;
            return this;
        }

        public Draft source(String text) {
            source = text;
            return this;
        }

        public Draft parameter(String parameter, Number value) {
            parameters.put(parameter, value);
            return this;
        }

        /** First row with a value; also the warm-up unless that is given. */
        public Draft lookback(int rows) {
            lookback = rows;
            return this;
        }

        /** First row independent of the series' start. */
        public Draft warmup(int rows) {
            warmupBars = rows;
            return this;
        }

        public Draft range(double from, double to) {
            minimum = from;
            maximum = to;
            return this;
        }

        public Draft atLeastZero() {
            return range(0, Double.POSITIVE_INFINITY);
        }

        public Draft scaleFree() {
            scaleFree = true;
            return this;
        }

        public Draft cumulative() {
            cumulative = true;
            return this;
        }

        /** Adds it to the catalogue. */
        public Definer add() {
            int warmup = warmupBars < 0 ? lookback : warmupBars;
            FeatureDefinition definition = new FeatureDefinition(
                    name,
                    1,
                    group,
                    formula,
                    source,
                    parameters,
                    lookback,
                    warmup,
                    minimum,
                    maximum,
                    scaleFree,
                    cumulative);
            features.add(new Feature(definition, plan, output));
            return Definer.this;
        }
    }
}
