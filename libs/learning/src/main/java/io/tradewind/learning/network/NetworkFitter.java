package io.tradewind.learning.network;

import ai.djl.engine.Engine;
import io.tradewind.learning.bundle.ScalerSpec;
import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.evaluation.TrainingSummary;
import io.tradewind.learning.fit.FitRequest;
import io.tradewind.learning.fit.FittedModel;
import io.tradewind.learning.fit.ModelFitter;

/**
 * Trains networks by mini-batches with AdamW on PyTorch, one thread, and exports the best epoch to ONNX.
 *
 * <p>Loss: cross-entropy over classes, binary cross-entropy per label, or mean squared error in standard deviations of the training
 * returns. Native memory is freed batch by batch through a manager of its own. The state after each epoch can be kept; a fit that
 * goes on from it ends with the same weights, bit for bit, as one that was never interrupted.
 */
public final class NetworkFitter implements ModelFitter {

    private static final int EVALUATION_BATCH = 512;

    @Override
    public FittedModel fit(FitRequest given) {
        FitRequest request = NetworkLayers.takesCandles(given.architecture()) ? given.with(ScalerSpec.NONE) : given;
        Engine engine = Engine.getEngine("PyTorch");
        try (Network network = network(engine, request)) {
            TargetScale scale = TargetScale.of(request.training());
            TrainingSummary summary = loop(engine, network, request, scale).run();
            byte[] model = NetworkExport.export(network, request, scale);
            return new FittedModel(
                    "model.onnx", model, request.scaler(), summary, "DJL on PyTorch " + engine.getVersion());
        }
    }

    /** An untrained network; the seed decides its weights. */
    static Network network(Engine engine, FitRequest request) {
        engine.setRandomSeed((int) request.seed());
        return new Network(
                NetworkLayers.of(request, request.outputNames().size()),
                request.training().data().window(),
                request.training().data().features());
    }

    static TrainingLoop loop(Engine engine, Network network, FitRequest request, TargetScale scale) {
        Samples training = request.training().on(request.training().data().scaled(request.scaler()));
        Samples validation = request.validation().on(training.data());
        return new TrainingLoop(
                engine,
                network,
                request,
                new Batches(training, scale, request.schedule().batchSize()),
                new Batches(validation, scale, EVALUATION_BATCH));
    }
}
