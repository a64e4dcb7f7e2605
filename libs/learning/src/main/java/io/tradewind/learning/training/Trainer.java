package io.tradewind.learning.training;

import io.tradewind.learning.architecture.ArchitectureCatalogue;
import io.tradewind.learning.architecture.ArchitectureDefinition;
import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.bundle.ScalerSpec;
import io.tradewind.learning.calibration.Calibration;
import io.tradewind.learning.dataset.Scalers;
import io.tradewind.learning.evaluation.Evaluation;
import io.tradewind.learning.fit.FitMonitor;
import io.tradewind.learning.fit.FitRequest;
import io.tradewind.learning.fit.FitSchedule;
import io.tradewind.learning.fit.FittedModel;
import io.tradewind.learning.prediction.Predictor;
import io.tradewind.learning.prediction.PredictorFactory;
import io.tradewind.market.candle.CandleSeries;

/**
 * Trains a model from candles: features, labels, a split in time order, the fit, calibration on validation rows, and the
 * judgement on test rows by the very predictor that will serve. Blocking and single-threaded; run it in a process of its own.
 */
public final class Trainer {

    private Trainer() {}

    /**
     * Trains by the plan.
     *
     * @throws TrainingRefusedException if the candles do not suffice, with both numbers
     * @throws io.tradewind.learning.fit.FitFailedException if the loss diverges or the export is not exact
     * @throws java.util.concurrent.CancellationException soon after the token was cancelled
     */
    public static TrainingResult train(
            TrainingPlan plan, CandleSeries series, ProgressListener listener, CancellationToken token) {
        ArchitectureDefinition architecture = ArchitectureCatalogue.get(plan.architecture());
        if (series.size() < architecture.minimumRows()) {
            throw new TrainingRefusedException("%s needs at least %d candles, there are %d"
                    .formatted(plan.architecture(), architecture.minimumRows(), series.size()));
        }
        Material material = Material.prepare(plan, series);
        token.check();
        FittedModel fitted = fit(plan, material, new ProgressMonitor(plan, material, listener, token));
        token.check();
        return judge(plan, series, material, fitted, token);
    }

    private static FittedModel fit(TrainingPlan plan, Material material, FitMonitor monitor) {
        ScalerSpec scaler = Scalers.fit(plan.scaler(), material.training());
        FitRequest request = new FitRequest(
                plan.architecture(),
                plan.hyperparameters(),
                material.training(),
                material.validation(),
                scaler,
                new FitSchedule(plan.epochs(), plan.batchSize(), plan.learningRate(), plan.patience()),
                plan.seed(),
                monitor);
        return Fitters.of(plan.architecture()).fit(request);
    }

    private static TrainingResult judge(
            TrainingPlan plan, CandleSeries series, Material material, FittedModel fitted, CancellationToken token) {
        BundleManifest manifest = calibrated(plan, series, material, fitted);
        try (Predictor predictor = PredictorFactory.of(manifest, fitted.bytes())) {
            token.check();
            Evaluation evaluation = Judgement.of(plan, series, material, predictor, fitted.summary());
            token.check();
            return new TrainingResult(
                    manifest,
                    fitted.bytes(),
                    evaluation,
                    References.of(material, predictor),
                    Importances.of(plan, material.validation(), predictor, fitted));
        }
    }

    private static BundleManifest calibrated(
            TrainingPlan plan, CandleSeries series, Material material, FittedModel fitted) {
        BundleManifest raw = Manifests.of(plan, series, material, fitted, Calibration.NONE);
        try (Predictor uncalibrated = PredictorFactory.of(raw, fitted.bytes())) {
            Calibration calibration = Calibrations.fit(plan, uncalibrated, material.validation());
            return Manifests.of(plan, series, material, fitted, calibration);
        }
    }

    /** Trains on a fold and only judges. */
    static Evaluation evaluate(TrainingPlan plan, CandleSeries series, Material material, CancellationToken token) {
        FittedModel fitted = fit(plan, material, new ProgressMonitor(plan, material, ProgressListener.NONE, token));
        BundleManifest manifest = calibrated(plan, series, material, fitted);
        try (Predictor predictor = PredictorFactory.of(manifest, fitted.bytes())) {
            return Judgement.of(plan, series, material, predictor, fitted.summary());
        }
    }
}
