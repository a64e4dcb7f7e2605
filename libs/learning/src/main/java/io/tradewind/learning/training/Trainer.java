package io.tradewind.learning.training;

import java.nio.file.Path;

import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.calibration.Calibration;
import io.tradewind.learning.evaluation.Evaluation;
import io.tradewind.learning.fit.Checkpoints;
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
        return train(plan, series, listener, token, Checkpoints.NONE);
    }

    /**
     * Trains by the plan, keeps its state after every epoch in a folder, and goes on from the state that lies there: the model
     * is then the same, bit for bit, as without an interruption. Trees take seconds; they keep no state and begin anew.
     *
     * @throws io.tradewind.learning.fit.CheckpointRefusedException if what lies there is damaged or of another plan, other
     *     candles or another version of this library
     */
    public static TrainingResult train(
            TrainingPlan plan,
            CandleSeries series,
            ProgressListener listener,
            CancellationToken token,
            Path checkpoints) {
        return train(plan, series, listener, token, Manifests.checkpoints(checkpoints, plan, series));
    }

    private static TrainingResult train(
            TrainingPlan plan,
            CandleSeries series,
            ProgressListener listener,
            CancellationToken token,
            Checkpoints checkpoints) {
        if (series.size() < plan.minimumRows()) {
            throw new TrainingRefusedException("%s needs at least %d candles, there are %d"
                    .formatted(plan.architecture(), plan.minimumRows(), series.size()));
        }
        Material material = Material.prepare(plan, series);
        token.check();
        Fitted fitted = Fits.of(plan, material, new ProgressMonitor(plan, material, listener, token), checkpoints);
        token.check();
        return judge(plan, series, material, fitted, token);
    }

    /** Only fits. */
    static Fitted fit(TrainingPlan plan, Material material, CancellationToken token) {
        ProgressMonitor monitor = new ProgressMonitor(plan, material, ProgressListener.NONE, token);
        return Fits.of(plan, material, monitor, Checkpoints.NONE);
    }

    private static TrainingResult judge(
            TrainingPlan plan, CandleSeries series, Material material, Fitted fitted, CancellationToken token) {
        BundleManifest manifest = calibrated(plan, material, fitted);
        try (Predictor predictor = PredictorFactory.of(manifest, fitted.models())) {
            token.check();
            Evaluation evaluation = Judgement.of(plan, series, material, predictor, fitted.summary());
            token.check();
            return new TrainingResult(
                    manifest,
                    fitted.models(),
                    evaluation,
                    References.of(material, predictor),
                    Importances.of(plan, material, predictor, fitted));
        }
    }

    /** The manifest with the calibration that the validation rows ask for. */
    static BundleManifest calibrated(TrainingPlan plan, Material material, Fitted fitted) {
        BundleManifest raw = Manifests.of(plan, material, fitted, Calibration.NONE);
        try (Predictor uncalibrated = PredictorFactory.of(raw, fitted.models())) {
            Calibration calibration = Calibrations.fit(plan, uncalibrated, material.validation());
            return Manifests.of(plan, material, fitted, calibration);
        }
    }

    /** Trains on a fold and only judges. */
    static Evaluation evaluate(TrainingPlan plan, CandleSeries series, Material material, CancellationToken token) {
        Fitted fitted = fit(plan, material, token);
        BundleManifest manifest = calibrated(plan, material, fitted);
        try (Predictor predictor = PredictorFactory.of(manifest, fitted.models())) {
            return Judgement.of(plan, series, material, predictor, fitted.summary());
        }
    }
}
