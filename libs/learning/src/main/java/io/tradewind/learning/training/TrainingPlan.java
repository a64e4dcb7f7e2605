package io.tradewind.learning.training;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tradewind.learning.architecture.ArchitectureCatalogue;
import io.tradewind.learning.architecture.ArchitectureDefinition;
import io.tradewind.learning.calibration.Calibration;
import io.tradewind.learning.evaluation.GatePolicy;
import io.tradewind.learning.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * All that decides what a training does; the same plan on the same candles gives the same weights.
 *
 * @param hyperparameters resolved and checked against the architecture's schema
 * @param horizonBars bars from the newest input row to the forecast close: the first of {@code horizons}
 * @param horizons bars ahead of each forecast value; the first one decides direction, trading and gates. Absent, {@code horizonBars}
 * @param deadBand absolute return up to which a move is neither up nor down (0.001 = 0.1 %)
 * @param featureSet name of a feature set, or {@code custom}
 * @param featureNames the features in order where the set is {@code custom}, otherwise empty
 * @param window rows one forecast sees
 * @param epochs most passes over the training rows, or boosting rounds
 * @param batchSize rows per gradient step; trees ignore it
 * @param patience epochs or rounds without a better validation loss before training stops
 * @param trainShare oldest share of the samples; the three shares sum to 1
 * @param embargoBars bars left out between parts beyond the purge, which is always at least the horizon
 * @param scaler standard, min-max or robust; trees ignore it
 * @param costBps cost of a full change of position by 1, in basis points
 * @param slippageBps how much worse than the close such a change is filled, in basis points; 0 where absent
 * @param trials models tried for the same forecast so far, this one among them; 1 where absent. The deflated Sharpe ratio asks how good
 *     the best of so many worthless ones would look
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TrainingPlan(
        String architecture,
        Map<String, Object> hyperparameters,
        Task task,
        int horizonBars,
        @Nullable List<Integer> horizons,
        double deadBand,
        String featureSet,
        List<String> featureNames,
        int window,
        int epochs,
        int batchSize,
        double learningRate,
        int patience,
        double trainShare,
        double validationShare,
        double testShare,
        int embargoBars,
        String scaler,
        Calibration.Method calibration,
        long seed,
        double costBps,
        GatePolicy gates,
        double slippageBps,
        int trials) {

    /** Feature set name of a plan that lists its features. */
    public static final String CUSTOM = "custom";

    private static final int LARGEST_WINDOW = 512;

    public TrainingPlan {
        ArchitectureDefinition definition = ArchitectureCatalogue.get(architecture);
        hyperparameters = definition.validate(hyperparameters);
        featureNames = List.copyOf(featureNames);
        PlanRules.requireSupported(definition, hyperparameters, task);
        horizons = PlanRules.horizons(horizonBars, horizons, task);
        horizonBars = horizons.get(0);
        PlanRules.range("deadBand", deadBand, 0, 1);
        PlanRules.range("window", window, 1, LARGEST_WINDOW);
        PlanRules.range("epochs", epochs, 1, 10_000);
        PlanRules.range("batchSize", batchSize, definition.training().batchSize() == 0 ? 0 : 1, 65_536);
        PlanRules.range("learningRate", learningRate, 1e-7, 1);
        PlanRules.range("patience", patience, 1, 10_000);
        PlanRules.range("embargoBars", embargoBars, 0, 100_000);
        PlanRules.range("costBps", costBps, 0, 10_000);
        PlanRules.range("slippageBps", slippageBps, 0, 10_000);
        trials = trials == 0 ? 1 : trials;
        PlanRules.range("trials", trials, 1, 1_000_000);
        PlanRules.shares(trainShare, validationShare, testShare);
        if (!List.of("standard", "min-max", "robust").contains(scaler)) {
            throw new IllegalArgumentException(
                    "scaler must be one of [standard, min-max, robust], was %s".formatted(scaler));
        }
        if (CUSTOM.equals(featureSet) == featureNames.isEmpty()) {
            throw new IllegalArgumentException("features must be either a set's name or a list of names, were %s and %s"
                    .formatted(featureSet, featureNames));
        }
        PlanRules.requireLearnable(task, featureSet, featureNames);
        PlanRules.requireReadable(definition, featureSet, featureNames);
        PlanRules.requireRates(hyperparameters, learningRate);
    }

    /** Fewest candles it trains on: what its architecture, or the most demanding of its members, needs. */
    public int minimumRows() {
        return Member.of(this).stream().mapToInt(Member::minimumRows).max().orElseThrow();
    }

    /** A plan with the architecture's own defaults: its first task, one bar ahead, on its own feature set. */
    public static Builder builder(String architecture) {
        return new Builder(ArchitectureCatalogue.get(architecture));
    }

    /**
     * A plan that trains within a minute on one core from some 16,000 candles: the architecture's {@code small} preset.
     * Measured with the candles of a bitcoin market, one hour each.
     */
    public static Builder demo(String architecture) {
        ArchitectureDefinition definition = ArchitectureCatalogue.get(architecture);
        Builder builder = new Builder(definition);
        return definition.presets().containsKey("small")
                ? builder.hyperparameters(Map.of(ArchitectureDefinition.PRESET, "small"))
                : builder;
    }

    /** Collects a plan; null leaves the default. */
    public static final class Builder {

        private static final double TRAIN = 0.70;
        private static final double VALIDATION = 0.15;
        private static final double TEST = 0.15;
        private static final double COST_BPS = 5;
        private static final long SEED = 42;

        private final ArchitectureDefinition definition;
        private Map<String, Object> hyperparameters = Map.of();
        private @Nullable Task task;
        private @Nullable List<Integer> horizons;
        private double deadBand;
        private String featureSet;
        private List<String> featureNames = List.of();
        private int window;
        private int epochs;
        private int batchSize;
        private double learningRate;
        private int patience;
        private double trainShare = TRAIN;
        private double validationShare = VALIDATION;
        private double testShare = TEST;
        private int embargoBars;
        private String scaler = "standard";
        private Calibration.Method calibration = Calibration.Method.TEMPERATURE;
        private long seed = SEED;
        private double costBps = COST_BPS;
        private GatePolicy gates = GatePolicy.DEFAULT;
        private double slippageBps;
        private int trials = 1;

        private Builder(ArchitectureDefinition definition) {
            this.definition = definition;
            this.featureSet = definition.training().featureSet();
            this.window = definition.training().window();
            this.epochs = definition.training().epochs();
            this.batchSize = definition.training().batchSize();
            this.learningRate = definition.training().learningRate();
            this.patience = definition.training().patience();
        }

        public Builder hyperparameters(@Nullable Map<String, Object> values) {
            hyperparameters = values == null ? hyperparameters : values;
            return this;
        }

        public Builder task(@Nullable Task value) {
            task = value == null ? task : value;
            return this;
        }

        /** One horizon. */
        public Builder horizonBars(@Nullable Integer value) {
            horizons = value == null ? horizons : List.of(value);
            return this;
        }

        /** One or several horizons, the primary one first. */
        public Builder horizons(@Nullable List<Integer> values) {
            horizons = values == null || values.isEmpty() ? horizons : values;
            return this;
        }

        public Builder deadBand(@Nullable Double value) {
            deadBand = value == null ? deadBand : value;
            return this;
        }

        /** A named feature set. */
        public Builder featureSet(@Nullable String name) {
            if (name != null) {
                featureSet = name;
                featureNames = List.of();
            }
            return this;
        }

        /** Features by name, in this order. */
        public Builder features(@Nullable List<String> names) {
            if (names != null && !names.isEmpty()) {
                featureSet = CUSTOM;
                featureNames = names;
            }
            return this;
        }

        public Builder window(@Nullable Integer value) {
            window = value == null ? window : value;
            return this;
        }

        public Builder epochs(@Nullable Integer value) {
            epochs = value == null ? epochs : value;
            return this;
        }

        public Builder batchSize(@Nullable Integer value) {
            batchSize = value == null ? batchSize : value;
            return this;
        }

        public Builder learningRate(@Nullable Double value) {
            learningRate = value == null ? learningRate : value;
            return this;
        }

        public Builder patience(@Nullable Integer value) {
            patience = value == null ? patience : value;
            return this;
        }

        /** Shares in time order, oldest first. */
        public Builder split(double train, double validation, double test) {
            trainShare = train;
            validationShare = validation;
            testShare = test;
            return this;
        }

        public Builder embargoBars(@Nullable Integer value) {
            embargoBars = value == null ? embargoBars : value;
            return this;
        }

        public Builder scaler(@Nullable String value) {
            scaler = value == null ? scaler : value;
            return this;
        }

        public Builder calibration(Calibration.@Nullable Method value) {
            calibration = value == null ? calibration : value;
            return this;
        }

        public Builder seed(@Nullable Long value) {
            seed = value == null ? seed : value;
            return this;
        }

        public Builder costBps(@Nullable Double value) {
            costBps = value == null ? costBps : value;
            return this;
        }

        public Builder slippageBps(@Nullable Double value) {
            slippageBps = value == null ? slippageBps : value;
            return this;
        }

        public Builder trials(@Nullable Integer value) {
            trials = value == null ? trials : value;
            return this;
        }

        public Builder gates(@Nullable GatePolicy value) {
            gates = value == null ? gates : value;
            return this;
        }

        /**
         * The checked plan.
         *
         * @throws IllegalArgumentException naming the parameter, its value and its limits
         */
        public TrainingPlan build() {
            Task wanted = task == null ? PlanDefaults.task(definition, hyperparameters) : task;
            List<Integer> ahead =
                    horizons == null ? PlanDefaults.horizons(definition, hyperparameters, wanted) : horizons;
            return new TrainingPlan(
                    definition.name(),
                    hyperparameters,
                    wanted,
                    ahead.get(0),
                    ahead,
                    deadBand,
                    featureSet,
                    featureNames,
                    window == 0 ? PlanDefaults.window(definition, hyperparameters) : window,
                    epochs,
                    batchSize,
                    learningRate,
                    patience,
                    trainShare,
                    validationShare,
                    testShare,
                    embargoBars,
                    scaler,
                    calibration,
                    seed,
                    costBps,
                    gates,
                    slippageBps,
                    trials);
        }
    }
}
