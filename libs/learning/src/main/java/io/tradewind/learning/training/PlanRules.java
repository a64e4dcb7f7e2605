package io.tradewind.learning.training;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

import io.tradewind.learning.architecture.ArchitectureCatalogue;
import io.tradewind.learning.architecture.ArchitectureDefinition;
import io.tradewind.learning.architecture.EnsembleMember;
import io.tradewind.learning.architecture.TrainingDefaults;
import io.tradewind.learning.task.Task;
import io.tradewind.market.feature.FeatureSet;
import org.jspecify.annotations.Nullable;

/** What a plan must satisfy; each refusal names the parameter, its value and its limits. */
final class PlanRules {

    private static final double SHARE_TOLERANCE = 1e-9;
    private static final int LONGEST_HORIZON = 10_000;
    private static final int MOST_HORIZONS = 16;
    private static final String PATTERN = "pattern_";

    private PlanRules() {}

    /** Refuses a task that the architecture or a member of it cannot learn. */
    static void requireSupported(ArchitectureDefinition architecture, Map<String, Object> hyperparameters, Task task) {
        requireSupported(architecture, task);
        if (architecture.name().equals(ArchitectureDefinition.ENSEMBLE)) {
            for (EnsembleMember member : EnsembleMember.of(hyperparameters)) {
                requireSupported(ArchitectureCatalogue.get(member.architecture()), task);
            }
        }
    }

    /** The horizons, from the list or from the single number. */
    static List<Integer> horizons(int horizonBars, @Nullable List<Integer> given, Task task) {
        if (given == null || given.isEmpty()) {
            range("horizonBars", horizonBars, 1, LONGEST_HORIZON);
            return List.of(horizonBars);
        }
        range("horizons' number", given.size(), 1, MOST_HORIZONS);
        given.forEach(bars -> range("horizonBars", bars, 1, LONGEST_HORIZON));
        if (new HashSet<>(given).size() < given.size()) {
            throw new IllegalArgumentException("horizons must not repeat one, were " + given);
        }
        if (given.size() > 1 && task != Task.RETURN) {
            throw new IllegalArgumentException(
                    "several horizons are for task RETURN only, %s takes one, were %s".formatted(task, given));
        }
        return List.copyOf(given);
    }

    private static void requireSupported(ArchitectureDefinition architecture, Task task) {
        if (!architecture.tasks().contains(task)) {
            throw new IllegalArgumentException(
                    "task of %s must be one of %s, was %s".formatted(architecture.name(), architecture.tasks(), task));
        }
    }

    /** Refuses inputs that already hold the answer. */
    static void requireLearnable(Task task, String featureSet, List<String> featureNames) {
        if (!task.multiLabel()) {
            return;
        }
        names(featureSet, featureNames).stream()
                .filter(name -> name.startsWith(PATTERN))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "features for task %s must not hold the patterns themselves, %s does with %s"
                                    .formatted(task, featureSet, name));
                });
    }

    /** Refuses columns of which an architecture would not know what they mean: one that reads candles knows them by place. */
    static void requireReadable(ArchitectureDefinition architecture, String featureSet, List<String> featureNames) {
        List<String> candle = FeatureSet.named(TrainingDefaults.CANDLES).names();
        boolean readsCandles = architecture.training().featureSet().equals(TrainingDefaults.CANDLES);
        if (readsCandles && !names(featureSet, featureNames).equals(candle)) {
            throw new IllegalArgumentException("features of %s must be the set %s with %s, were %s"
                    .formatted(
                            architecture.name(),
                            TrainingDefaults.CANDLES,
                            candle,
                            featureNames.isEmpty() ? featureSet : featureNames));
        }
    }

    private static List<String> names(String featureSet, List<String> featureNames) {
        return TrainingPlan.CUSTOM.equals(featureSet)
                ? featureNames
                : FeatureSet.named(featureSet).names();
    }

    /** Refuses a schedule that would end above where it begins. */
    static void requireRates(Map<String, Object> hyperparameters, double learningRate) {
        if (hyperparameters.get("minimumLearningRate") instanceof Number least && least.doubleValue() > learningRate) {
            throw new IllegalArgumentException(
                    "minimumLearningRate must be at most the learning rate %s, was %s".formatted(learningRate, least));
        }
    }

    static void shares(double train, double validation, double test) {
        range("split.train", train, 0.05, 0.95);
        range("split.validation", validation, 0.01, 0.9);
        range("split.test", test, 0.01, 0.9);
        if (Math.abs(train + validation + test - 1) > SHARE_TOLERANCE) {
            throw new IllegalArgumentException("split shares must sum to 1, were %s + %s + %s = %s"
                    .formatted(train, validation, test, train + validation + test));
        }
    }

    static void range(String name, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(
                    "%s must be between %s and %s, was %s".formatted(name, text(min), text(max), text(value)));
        }
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
