package io.tradewind.learning.training;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.tradewind.learning.bundle.BundleDraft;
import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.dataset.Dataset;
import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.dataset.Targets;
import io.tradewind.learning.evaluation.Evaluation;
import io.tradewind.learning.evaluation.Evaluator;
import io.tradewind.learning.evaluation.Evidence;
import io.tradewind.learning.evaluation.GatePolicy;
import io.tradewind.learning.evaluation.TrainingSummary;
import io.tradewind.learning.foreign.ForeignModel;
import io.tradewind.learning.prediction.Predictor;
import io.tradewind.learning.prediction.PredictorFactory;
import io.tradewind.learning.split.SplitAudit;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.feature.FeatureSet;

/**
 * Judges a model that others trained on candles which, its owner declares, it has never seen: nobody here can check that, and
 * the evaluation says so by its method. The candles become the model's reference for drift, too.
 */
public final class ForeignTrial {

    /** Method of such an evaluation's split. */
    public static final String METHOD = "declared-unseen";

    private static final int FEWEST = 100;
    private static final TrainingSummary ELSEWHERE = new TrainingSummary(0, 0, Double.NaN, Double.NaN, 0, 0);

    private ForeignTrial() {}

    private record Costs(double costBps, double slippageBps) {}

    /**
     * The model with its evaluation.
     *
     * @param costBps cost of changing the position by 1, in basis points
     * @param slippageBps how much worse than the close such a change is filled, in basis points
     * @throws TrainingRefusedException if the candles do not suffice or its features are not of the catalogue
     */
    public static BundleDraft judge(
            ForeignModel model, CandleSeries series, double costBps, double slippageBps, GatePolicy gates) {
        Costs costs = new Costs(costBps, slippageBps);
        Samples rows = rows(model.manifest(), series);
        try (Predictor predictor = PredictorFactory.of(model.manifest(), model.model())) {
            return new TrainingResult(
                    model.manifest(),
                    model.models(),
                    evaluate(model.manifest(), series, rows, predictor, costs, gates),
                    References.of(rows, rows, predictor),
                    model.importance());
        }
    }

    private static Samples rows(BundleManifest manifest, CandleSeries series) {
        if (BundleManifest.FOREIGN.equals(manifest.featureSet())) {
            throw new TrainingRefusedException("features of its owner's own cannot be computed from candles: %s"
                    .formatted(manifest.featureNames()));
        }
        FeatureSet features = FeatureSet.of(manifest.featureNames());
        Targets targets = Targets.of(
                manifest.task(), manifest.horizons(), manifest.label().deadBand(), series);
        Dataset data =
                new Dataset(features.names(), FeatureRows.COMPUTED.of(features, series), targets, manifest.window());
        Samples rows = Samples.candidates(data, features.warmupBars(), false);
        if (rows.size() < FEWEST) {
            throw new TrainingRefusedException(
                    "a judgement needs at least %d usable rows, %d candles leave %d after warm-up, window and horizon"
                            .formatted(FEWEST, series.size(), rows.size()));
        }
        return rows;
    }

    private static Evaluation evaluate(
            BundleManifest manifest,
            CandleSeries series,
            Samples rows,
            Predictor predictor,
            Costs costs,
            GatePolicy gates) {
        double[] barReturns = Judgement.barReturns(series, rows);
        double[] returns = Judgement.returns(manifest.task(), rows, barReturns);
        int horizon = manifest.horizonBars();
        // What it was trained on is not known here: the majority of the judged rows themselves is the harder one to
        // beat.
        long ups =
                IntStream.range(0, returns.length).filter(i -> returns[i] > 0).count();
        return Evaluator.evaluate(new Evidence(
                manifest.task(),
                Forecasting.all(predictor, rows),
                returns,
                barReturns,
                horizon,
                manifest.label().deadBand(),
                costs.costBps(),
                Judgement.barsPerYear(series),
                2 * ups >= returns.length,
                Map.of(
                        "repeatLast", Baselines.repeatLast(series, rows.ends(), horizon),
                        "movingAverageCross", Baselines.movingAverageCross(series, rows.ends())),
                gates,
                new SplitAudit(
                        METHOD, horizon, 0, List.of(new SplitAudit.Fold("declared", 0, 0, 0, 0, 0, rows.size()))),
                ELSEWHERE,
                costs.slippageBps(),
                1,
                Judgement.detail(rows, rows)));
    }
}
