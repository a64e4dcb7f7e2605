package io.tradewind.learning.training;

import java.nio.file.Path;

import io.tradewind.learning.architecture.ArchitectureCatalogue;
import io.tradewind.learning.architecture.ArchitectureDefinition;
import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.bundle.ScalerSpec;
import io.tradewind.learning.calibration.Calibration;
import io.tradewind.learning.dataset.Scalers;
import io.tradewind.learning.evaluation.Evaluation;
import io.tradewind.learning.fit.Checkpoints;
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
        ArchitectureDefinition architecture = ArchitectureCatalogue.get(plan.architecture());
        if (series.size() < architecture.minimumRows()) {
            throw new TrainingRefusedException("%s needs at least %d candles, there are %d"
                    .formatted(plan.architecture(), architecture.minimumRows(), series.size()));
        }
        Material material = Material.prepare(plan, series);
        token.check();
        FittedModel fitted = fit(plan, material, new ProgressMonitor(plan, material, listener, token), checkpoints);
        token.check();
        return judge(plan, series, material, fitted, token);
    }

    /** Only fits. */
    static FittedModel fit(TrainingPlan plan, Material material, CancellationToken token) {
        FitMonitor monitor = new ProgressMonitor(plan, material, ProgressListener.NONE, token);
        return fit(plan, material, monitor, Checkpoints.NONE);
    }

    private static FittedModel fit(TrainingPlan plan, Material material, FitMonitor monitor, Checkpoints checkpoints) {
        ScalerSpec scaler = Scalers.fit(plan.scaler(), material.training());
        FitRequest request = new FitRequest(
                plan.architecture(),
                plan.hyperparameters(),
                material.training(),
                material.validation(),
                scaler,
                new FitSchedule(plan.epochs(), plan.batchSize(), plan.learningRate(), plan.patience()),
                plan.seed(),
                monitor,
                checkpoints);
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
                    Importances.of(plan, material, predictor, fitted));
        }
    }

    /** The manifest with the calibration that the validation rows ask for. */
    static BundleManifest calibrated(TrainingPlan plan, CandleSeries series, Material material, FittedModel fitted) {
        BundleManifest raw = Manifests.of(plan, series, material, fitted, Calibration.NONE);
        try (Predictor uncalibrated = PredictorFactory.of(raw, fitted.bytes())) {
            Calibration calibration = Calibrations.fit(plan, uncalibrated, material.validation());
            return Manifests.of(plan, series, material, fitted, calibration);
        }
    }

    /** Trains on a fold and only judges. */
    static Evaluation evaluate(TrainingPlan plan, CandleSeries series, Material material, CancellationToken token) {
        FittedModel fitted = fit(plan, material, token);
        BundleManifest manifest = calibrated(plan, series, material, fitted);
        try (Predictor predictor = PredictorFactory.of(manifest, fitted.bytes())) {
            return Judgement.of(plan, series, material, predictor, fitted.summary());
        }
    }
}
