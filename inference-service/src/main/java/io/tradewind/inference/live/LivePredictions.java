package io.tradewind.inference.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.inference.experiment.Arm;
import io.tradewind.inference.experiment.ArmRefusals;
import io.tradewind.inference.experiment.AssignmentRules;
import io.tradewind.inference.experiment.KnownExperiments;
import io.tradewind.inference.experiment.MissingVersion;
import io.tradewind.inference.experiment.Subject;
import io.tradewind.inference.live.LiveMetrics.Skip;
import io.tradewind.inference.live.LiveRules.Planned;
import io.tradewind.inference.prediction.PredictMetrics;
import io.tradewind.inference.prediction.PredictionEvents;
import io.tradewind.inference.prediction.PredictionEvents.Answerer;
import io.tradewind.inference.prediction.PredictionEvents.Question;
import io.tradewind.inference.serving.KnownModels;
import io.tradewind.inference.serving.Lease;
import io.tradewind.inference.serving.LoadedModel;
import io.tradewind.inference.serving.ServedModels;
import io.tradewind.learning.task.Forecast;
import io.tradewind.market.feature.FeatureSet;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Lets models predict on a candle of a series. Blocks: for the candle reader's thread and the native pool. */
@ApplicationScoped
class LivePredictions {

    private static final Logger LOG = Logger.getLogger(LivePredictions.class);

    private final KnownModels known;
    private final ServedModels served;
    private final KnownExperiments experiments;
    private final ArmRefusals refusals;
    private final PredictMetrics answers;
    private final LiveMetrics metrics;

    LivePredictions(
            KnownModels known,
            ServedModels served,
            KnownExperiments experiments,
            ArmRefusals refusals,
            PredictMetrics answers,
            LiveMetrics metrics) {
        this.known = known;
        this.served = served;
        this.experiments = experiments;
        this.refusals = refusals;
        this.answers = answers;
        this.metrics = metrics;
    }

    /** Every prediction that is due on a candle that closed. */
    List<PredictionMade> onCandle(SeriesWindow series, long openTime) {
        SeriesKey key = series.key();
        List<Candidate> fitting = candidates(key);
        if (fitting.isEmpty()) {
            return List.of();
        }
        Subject candle = Subject.candle(key.symbol(), key.timeframe(), openTime);
        List<Arm> arms = AssignmentRules.arms(experiments.all(), candle);
        LiveRules.refused(fitting, arms).forEach(this::refuse);
        List<PredictionMade> made = new ArrayList<>();
        for (Planned planned : LiveRules.plan(fitting, arms)) {
            predict(series, candle, planned).ifPresent(made::add);
        }
        metrics.predictions(made.size());
        return made;
    }

    private void refuse(Arm arm, MissingVersion missing) {
        metrics.skipped(Skip.VERSION_NOT_SERVED);
        refusals.report(arm, missing);
    }

    /** Models that answer now and are meant for this market. */
    List<Candidate> candidates(SeriesKey key) {
        return served.all().stream()
                .map(this::candidate)
                .flatMap(Optional::stream)
                .filter(candidate -> candidate.fits(key.symbol(), key.timeframe()))
                .toList();
    }

    private Optional<Candidate> candidate(LoadedModel model) {
        return known.find(model.identity().modelId())
                .map(state -> new Candidate(
                        state,
                        model.identity().version(),
                        model.manifest().architecture(),
                        model.manifest().data().timeframe(),
                        model.facts().loadedAt()));
    }

    Collection<LoadedModel> models() {
        return served.all();
    }

    private Optional<PredictionMade> predict(SeriesWindow series, Subject candle, Planned planned) {
        try {
            return onCandle(series, candle, planned.modelId(), planned.arm());
        } catch (RuntimeException e) {
            metrics.skipped(Skip.FAILED);
            LOG.errorf(e, "modelId=%s failed on %s at %d", planned.modelId(), series.key(), candle.candleOpenTime());
            return Optional.empty();
        }
    }

    /** One model's prediction on one candle; empty when it cannot make one. */
    Optional<PredictionMade> onCandle(SeriesWindow series, Subject candle, UUID modelId, @Nullable Arm arm) {
        long start = System.nanoTime();
        Optional<Lease> held = served.acquire(modelId);
        Optional<ModelChanged> state = known.find(modelId);
        if (held.isEmpty() || state.isEmpty()) {
            held.ifPresent(Lease::close);
            metrics.skipped(Skip.GONE);
            return Optional.empty();
        }
        try (Lease lease = held.get()) {
            Optional<MarketInputs> inputs = inputs(series, candle, lease.model());
            return inputs.map(present -> {
                Forecast forecast = lease.predict(present.window(), 1)[0];
                answers.answered(modelId, start);
                return event(new Answerer(lease.model(), state.get()), candle, present, forecast, arm, start);
            });
        }
    }

    private Optional<MarketInputs> inputs(SeriesWindow series, Subject candle, LoadedModel model) {
        Optional<FeatureSet> features = model.facts().features();
        if (features.isEmpty()) {
            metrics.skipped(Skip.FOREIGN_FEATURES);
            return Optional.empty();
        }
        Optional<MarketInputs> inputs = series.inputsAt(candle.candleOpenTime(), features.get(), model.window());
        if (inputs.isEmpty()) {
            metrics.skipped(Skip.WARMING);
        }
        return inputs;
    }

    private static PredictionMade event(
            Answerer answerer,
            Subject candle,
            MarketInputs inputs,
            Forecast forecast,
            @Nullable Arm arm,
            long startNanos) {
        UUID experimentId = arm == null ? null : arm.experiment().experimentId();
        UUID id = PredictionEvents.idOnCandle(answerer.model().identity(), experimentId, candle);
        var question = new Question(candle, inputs.close(), arm == null ? null : arm.assignment(), startNanos);
        return PredictionEvents.made(id, answerer, question, forecast, inputs.window());
    }
}
