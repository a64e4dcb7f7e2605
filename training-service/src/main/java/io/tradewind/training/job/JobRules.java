package io.tradewind.training.job;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.tradewind.contracts.model.ModelStatus;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.learning.task.Task;
import io.tradewind.learning.training.TrainingPlan;
import io.tradewind.market.feature.FeatureSet;
import io.tradewind.training.candle.SeriesKey;
import io.tradewind.training.candle.TimeRange;
import io.tradewind.training.registration.RegistryModel;
import org.jspecify.annotations.Nullable;

/** From what was asked for and what the model says to what will be done, or to the reason why not. */
final class JobRules {

    private JobRules() {}

    /** Settled but for the candles there are. */
    record Wanted(TrainingPlan plan, FeatureSet features, SeriesKey series, TimeRange range) {}

    /** @param trials how many versions were trained for the model already */
    static Wanted resolve(JobRequest request, RegistryModel model, int trials) {
        if (model.status() == ModelStatus.ARCHIVED || model.status() == ModelStatus.DELETED) {
            throw new ServiceException(
                    ErrorCode.CONFLICT,
                    "model " + model.name() + " is " + model.status() + ": it is not trained any more");
        }
        TrainingPlan plan = valid(() -> plan(request, model, trials));
        FeatureSet features = valid(() -> features(plan));
        return new Wanted(plan, features, series(request, model), range(request));
    }

    /** Refuses fewer rows than the architecture needs, before anything is queued. */
    static void requireRows(Wanted wanted, long candles) {
        TrainingPlan plan = wanted.plan();
        int warmup = wanted.features().warmupBars();
        // a row needs its features warm, a full window behind it and its outcome known
        int horizon = plan.task().multiLabel() ? 0 : Collections.max(plan.horizons());
        long usable = Math.max(0, candles - warmup - (plan.window() - 1) - horizon);
        int minimum = plan.minimumRows();
        if (usable < minimum) {
            String message =
                    "%s needs at least %d rows, %s gives %d: %d candles less %d of warm-up, %d of window, %d of horizon"
                            .formatted(
                                    plan.architecture(),
                                    minimum,
                                    wanted.series(),
                                    usable,
                                    candles,
                                    warmup,
                                    plan.window() - 1,
                                    horizon);
            throw new ServiceException(ErrorCode.UNPROCESSABLE, message)
                    .with("minimumRows", minimum)
                    .with("availableRows", usable)
                    .with("candles", candles);
        }
    }

    private static TrainingPlan plan(JobRequest request, RegistryModel model, int trials) {
        TrainingPlan.Builder plan = TrainingPlan.builder(model.architecture())
                .hyperparameters(hyperparameters(request, model))
                .task(task(request, model))
                .horizonBars(request.horizonBars())
                .horizons(horizons(request))
                .deadBand(request.deadBand())
                .window(request.window())
                .epochs(request.epochs())
                .batchSize(request.batchSize())
                .learningRate(request.learningRate())
                .patience(request.patience())
                .seed(request.seed())
                .costBps(request.costBps())
                .slippageBps(request.slippageBps())
                .trials(trials + 1);
        JobRequest.@Nullable Split split = request.split();
        if (split != null) {
            plan.split(split.train(), split.validation(), split.test());
        }
        return withFeatures(plan, request.features()).build();
    }

    /** The registry takes no bundle of another task than its model's, so a job that asks for one could not end well. */
    private static @Nullable Task task(JobRequest request, RegistryModel model) {
        String wanted = request.task();
        if (wanted != null
                && model.task() != null
                && !model.task().equals(wanted.strip().toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException("task must be the model's %s, was %s".formatted(model.task(), wanted));
        }
        return model.task() == null ? null : Task.valueOf(model.task());
    }

    private static @Nullable List<Integer> horizons(JobRequest request) {
        List<Integer> horizons = request.horizons();
        Integer primary = request.horizonBars();
        if (horizons != null && primary != null && !horizons.getFirst().equals(primary)) {
            throw new IllegalArgumentException(
                    "horizonBars must be the first of horizons %s, was %d".formatted(horizons, primary));
        }
        return horizons;
    }

    private static TrainingPlan.Builder withFeatures(
            TrainingPlan.Builder plan, JobRequest.@Nullable Features features) {
        if (features == null) {
            return plan;
        }
        if (features.set() != null && features.names() != null) {
            throw new IllegalArgumentException("features must give either a set or names, not both");
        }
        return plan.featureSet(features.set()).features(features.names());
    }

    private static FeatureSet features(TrainingPlan plan) {
        return plan.featureSet().equals(TrainingPlan.CUSTOM)
                ? FeatureSet.of(plan.featureNames())
                : FeatureSet.named(plan.featureSet());
    }

    private static Map<String, Object> hyperparameters(JobRequest request, RegistryModel model) {
        Map<String, Object> given = new HashMap<>(model.config());
        if (request.hyperparameters() != null) {
            given.putAll(request.hyperparameters());
        }
        return given;
    }

    private static SeriesKey series(JobRequest request, RegistryModel model) {
        @Nullable String symbol = request.symbol();
        if (symbol == null && !model.symbols().isEmpty()) {
            symbol = model.symbols().getFirst();
        }
        SeriesKey series =
                SeriesKey.of(symbol, Optional.ofNullable(request.timeframe()).orElse(model.timeframe()));
        boolean itsSymbol = model.symbols().isEmpty() || model.symbols().contains(series.symbol());
        if (!itsSymbol) {
            throw new ServiceException(
                    ErrorCode.UNPROCESSABLE,
                    "symbol must be one of the model's " + model.symbols() + ", was " + series.symbol());
        }
        if (model.timeframe() != null && !model.timeframe().equals(series.timeframeLabel())) {
            throw new ServiceException(
                    ErrorCode.UNPROCESSABLE,
                    "timeframe must be the model's " + model.timeframe() + ", was " + series.timeframeLabel());
        }
        return series;
    }

    private static TimeRange range(JobRequest request) {
        return new TimeRange(
                request.from() == null ? Long.MIN_VALUE : request.from().toEpochMilli(),
                request.to() == null ? Long.MAX_VALUE : request.to().toEpochMilli());
    }

    /** The libraries say what is wrong in an IllegalArgumentException, in words a caller can read. */
    private static <T> T valid(Supplier<T> lookup) {
        try {
            return lookup.get();
        } catch (IllegalArgumentException invalid) {
            throw new ServiceException(ErrorCode.VALIDATION_FAILED, invalid.getMessage(), invalid);
        }
    }
}
