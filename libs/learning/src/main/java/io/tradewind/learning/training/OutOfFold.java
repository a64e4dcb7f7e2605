package io.tradewind.learning.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.bundle.ScalerSpec;
import io.tradewind.learning.calibration.Calibration;
import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.ensemble.Aggregation;
import io.tradewind.learning.ensemble.Stacking;
import io.tradewind.learning.prediction.MemberModels;
import io.tradewind.learning.split.Division;
import io.tradewind.learning.split.PurgedSplit;
import io.tradewind.learning.split.Spans;
import io.tradewind.learning.task.Task;

/**
 * What members say about training rows that they were not fitted on: purged folds of the training rows alone, each judged by members
 * fitted on the others. Validation and test rows are not touched.
 */
final class OutOfFold {

    private static final double STOPPING_SHARE = 0.15;
    private static final int BATCH = 256;

    private OutOfFold() {}

    /** Stacking's coefficients from the members' forecasts for left-out rows. */
    static Aggregation stack(TrainingPlan plan, Material material, MemberFits fits) {
        List<double[]> forecasts = new ArrayList<>();
        List<double[]> targets = new ArrayList<>();
        Samples training = material.training();
        for (Division fold : folds(plan, training)) {
            Samples left = part(training, fold.test());
            List<MemberFits.Part> parts = fits.fit(part(training, fold.training()), part(training, fold.validation()));
            BundleManifest manifest = manifest(plan, material, parts, fits);
            try (MemberModels models = MemberModels.of(manifest, MemberFits.files(parts))) {
                collect(models, left, forecasts);
            }
            for (int i = 0; i < left.size(); i++) {
                targets.add(target(left, i));
            }
        }
        double ridge = ((Number) plan.hyperparameters().get("ridge")).doubleValue();
        return Stacking.fit(fits.weights(), forecasts, targets, ridge);
    }

    /** Purged k-fold: every training row is left out once, and no fitted label reaches into a left-out one's. */
    static List<Division> folds(TrainingPlan plan, Samples training) {
        int[] ends = new int[training.size()];
        Arrays.setAll(ends, training::labelEnd);
        int folds = ((Number) plan.hyperparameters().get("folds")).intValue();
        List<Division> divisions =
                PurgedSplit.kFold(new Spans(training.ends(), ends), folds, plan.embargoBars(), STOPPING_SHARE);
        for (Division division : divisions) {
            Material.require(plan, "training rows in a fold of stacking", division.training().length);
            Material.requireEveryClass(plan, part(training, division.training()));
        }
        return divisions;
    }

    private static Samples part(Samples all, int[] indices) {
        return new Samples(all.data(), Arrays.stream(indices).map(all::end).toArray());
    }

    private static BundleManifest manifest(
            TrainingPlan plan, Material material, List<MemberFits.Part> parts, MemberFits fits) {
        Fitted fitted = new Fitted(
                MemberFits.files(parts),
                parts.get(0).member().file(),
                parts.stream().map(MemberFits.Part::member).toList(),
                Aggregation.of(Aggregation.Method.WEIGHTED_MEAN, fits.weights()),
                ScalerSpec.NONE,
                MemberFits.summary(parts),
                "");
        return Manifests.of(plan, material, fitted, Calibration.NONE);
    }

    private static void collect(MemberModels models, Samples rows, List<double[]> forecasts) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            int to = Math.min(rows.size(), from + BATCH);
            double[] raw = models.raw(rows.windows(from, to), to - from);
            for (int i = 0; i < to - from; i++) {
                forecasts.add(Arrays.copyOfRange(raw, i * models.values(), (i + 1) * models.values()));
            }
        }
    }

    /** What happened, as the outputs would say it without error. */
    private static double[] target(Samples rows, int i) {
        Task task = rows.data().targets().task();
        double[] target =
                new double[task.outputNames(rows.data().targets().horizons()).size()];
        if (task.classification()) {
            target[rows.classOf(i)] = 1;
            return target;
        }
        Arrays.setAll(target, column -> rows.target(i, column));
        return target;
    }
}
