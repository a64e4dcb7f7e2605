package io.tradewind.learning.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.dataset.Dataset;
import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.prediction.Predictor;
import io.tradewind.learning.prediction.PredictorFactory;
import io.tradewind.learning.split.ChronologicalSplit;
import io.tradewind.learning.task.Forecast;
import io.tradewind.market.candle.CandleSeries;

/**
 * Trains as of a moment twice, on candles cut there and on the same candles with later ones at hand, and compares everything:
 * features, labels, samples, the model's bytes and its forecasts. One value that depends on what comes later shows, however
 * little it would add to a score. Costs two trainings.
 */
public final class TruncationReplay {

    private TruncationReplay() {}

    /**
     * Replays the plan.
     *
     * @param known candles up to the moment, fewer than the series has
     * @throws TrainingRefusedException if the known candles do not suffice to train
     */
    public static ReplayReport check(TrainingPlan plan, CandleSeries series, int known, CancellationToken token) {
        return check(plan, series, known, token, FeatureRows.COMPUTED);
    }

    static ReplayReport check(
            TrainingPlan plan, CandleSeries series, int known, CancellationToken token, FeatureRows features) {
        if (known < 1 || known >= series.size()) {
            throw new IllegalArgumentException(
                    "known must be 1 to %d candles, was %d".formatted(series.size() - 1, known));
        }
        CandleSeries cut = series.slice(0, known);
        Material then = prepare(plan, cut, features, known);
        Material later = prepare(plan, series, features, known);
        Fitted first = Trainer.fit(plan, then, token);
        Fitted second = Trainer.fit(plan, later, token);
        boolean sameRows = Arrays.equals(then.test().ends(), later.test().ends());
        return new ReplayReport(
                known,
                changedFeatures(then.training().data(), later.training().data(), known),
                changedSamples(then, later),
                sameModels(first.models(), second.models()),
                sameRows
                        ? largestDifference(forecasts(plan, then, first), forecasts(plan, later, second))
                        : Double.NaN);
    }

    private static Material prepare(TrainingPlan plan, CandleSeries series, FeatureRows features, int known) {
        return Material.prepare(
                        plan,
                        series,
                        "replayed",
                        spans -> List.of(ChronologicalSplit.divide(
                                spans, plan.trainShare(), plan.validationShare(), plan.embargoBars())),
                        features,
                        known)
                .get(0);
    }

    private static List<ReplayReport.ChangedFeature> changedFeatures(Dataset then, Dataset later, int known) {
        List<ReplayReport.ChangedFeature> changed = new ArrayList<>();
        for (int feature = 0; feature < then.features(); feature++) {
            int first = -1;
            int rows = 0;
            for (int row = 0; row < known; row++) {
                // Equal bits or both missing; a zero of the other sign is another value.
                if (Float.compare(then.value(row, feature), later.value(row, feature)) != 0) {
                    first = first < 0 ? row : first;
                    rows++;
                }
            }
            if (rows > 0) {
                changed.add(new ReplayReport.ChangedFeature(then.featureNames().get(feature), first, rows));
            }
        }
        return changed;
    }

    private static int changedSamples(Material then, Material later) {
        return changed(then.training(), later.training())
                + changed(then.validation(), later.validation())
                + changed(then.test(), later.test());
    }

    private static int changed(Samples then, Samples later) {
        int changed = 0;
        int a = 0;
        int b = 0;
        while (a < then.size() || b < later.size()) {
            int rowThen = a < then.size() ? then.end(a) : Integer.MAX_VALUE;
            int rowLater = b < later.size() ? later.end(b) : Integer.MAX_VALUE;
            boolean same = rowThen == rowLater && sameTargets(then, a, later, b);
            changed += same ? 0 : 1;
            a += rowThen <= rowLater ? 1 : 0;
            b += rowLater <= rowThen ? 1 : 0;
        }
        return changed;
    }

    private static boolean sameTargets(Samples then, int a, Samples later, int b) {
        for (int column = 0; column < then.data().targets().width(); column++) {
            if (Double.compare(then.target(a, column), later.target(b, column)) != 0) {
                return false;
            }
        }
        return then.labelEnd(a) == later.labelEnd(b);
    }

    private static boolean sameModels(Map<String, byte[]> then, Map<String, byte[]> later) {
        return then.keySet().equals(later.keySet())
                && then.keySet().stream().allMatch(file -> Arrays.equals(then.get(file), later.get(file)));
    }

    private static List<Forecast> forecasts(TrainingPlan plan, Material material, Fitted fitted) {
        BundleManifest manifest = Trainer.calibrated(plan, material, fitted);
        try (Predictor predictor = PredictorFactory.of(manifest, fitted.models())) {
            return Forecasting.all(predictor, material.test());
        }
    }

    private static double largestDifference(List<Forecast> then, List<Forecast> later) {
        double largest = 0;
        for (int i = 0; i < then.size(); i++) {
            double[] one = then.get(i).outputs();
            double[] other = later.get(i).outputs();
            for (int k = 0; k < one.length; k++) {
                largest = Math.max(largest, Math.abs(one[k] - other[k]));
            }
        }
        return largest;
    }
}
