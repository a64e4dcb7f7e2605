package io.tradewind.learning.network;

import java.util.SplittableRandom;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.evaluation.TrainingSummary;
import io.tradewind.learning.fit.EarlyStopping;
import io.tradewind.learning.fit.FitRequest;
import io.tradewind.learning.fit.FittedModel;
import io.tradewind.learning.fit.ModelFitter;
import io.tradewind.learning.task.Task;

/**
 * Trains networks by mini-batches with AdamW on PyTorch, one thread, and exports the best epoch to ONNX.
 *
 * <p>Loss: cross-entropy over classes, binary cross-entropy per label, or mean squared error in standard deviations of the training
 * returns. Native memory is
 * freed batch by batch through a manager of its own.
 */
public final class NetworkFitter implements ModelFitter {

    private static final float GRADIENT_LIMIT = 1;
    private static final int EVALUATION_BATCH = 512;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS_PER_SECOND = 1e3;

    @Override
    public FittedModel fit(FitRequest request) {
        Engine engine = Engine.getEngine("PyTorch");
        engine.setRandomSeed((int) request.seed());
        int outputs = request.outputNames().size();
        try (Network network = new Network(request.architecture(), NetworkLayers.of(request, outputs))) {
            TrainingSummary summary = train(network, request);
            byte[] model = NetworkExport.export(network, request, TargetScale.of(request.training()));
            return new FittedModel(
                    "model.onnx", model, request.scaler(), summary, "DJL on PyTorch " + engine.getVersion());
        }
    }

    private static TrainingSummary train(Network network, FitRequest request) {
        Samples training = request.training().on(request.training().data().scaled(request.scaler()));
        Samples validation = request.validation().on(training.data());
        TargetScale scale = TargetScale.of(request.training());
        Batches trainingBatches =
                new Batches(training, scale, request.schedule().batchSize());
        Batches validationBatches = new Batches(validation, scale, EVALUATION_BATCH);
        DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.l2Loss())
                .optOptimizer(optimizer(request))
                .optDevices(new Device[] {Device.cpu()});
        try (Trainer trainer = network.model().newTrainer(config)) {
            trainer.initialize(
                    new Shape(1, training.data().window(), training.data().features()));
            return epochs(network, trainer, request, trainingBatches, validationBatches);
        }
    }

    private static Optimizer optimizer(FitRequest request) {
        // DJL's AdamW shrinks by 0.01 unless told otherwise; 0 makes it plain Adam.
        return Optimizer.adamW()
                .optLearningRateTracker(Tracker.fixed((float) request.schedule().learningRate()))
                .optWeightDecays((float) request.decimal("weightDecay"))
                .optClipGrad(GRADIENT_LIMIT)
                .build();
    }

    private static TrainingSummary epochs(
            Network network, Trainer trainer, FitRequest request, Batches training, Batches validation) {
        EarlyStopping stopping = new EarlyStopping(request.schedule().patience());
        SplittableRandom random = new SplittableRandom(request.seed());
        long started = System.nanoTime();
        long samples = 0;
        for (int epoch = 1; epoch <= request.schedule().epochs() && !stopping.exhausted(); epoch++) {
            training.shuffle(random);
            double trainingLoss = epoch(trainer, request, training);
            double validationLoss = validationLoss(trainer, request, validation);
            samples += request.training().size();
            boolean best = stopping.accept(epoch, trainingLoss, validationLoss);
            if (best) {
                network.keepWeights();
            }
            request.monitor().epoch(epoch, trainingLoss, validationLoss, best);
        }
        network.restoreWeights();
        double millis = (System.nanoTime() - started) / NANOS_PER_MILLI;
        return new TrainingSummary(
                stopping.lastEpoch(),
                stopping.bestEpoch(),
                stopping.trainingLossAtBest(),
                stopping.bestLoss(),
                Math.round(millis),
                samples * MILLIS_PER_SECOND / Math.max(1, millis));
    }

    private static double epoch(Trainer trainer, FitRequest request, Batches batches) {
        double sum = 0;
        int samples = 0;
        for (int batch = 0; batch < batches.count(); batch++) {
            request.monitor().check();
            sum += step(trainer, request.task(), batches, batch) * batches.size(batch);
            samples += batches.size(batch);
        }
        return sum / samples;
    }

    private static double step(Trainer trainer, Task task, Batches batches, int batch) {
        try (NDManager manager = trainer.getManager().newSubManager()) {
            double value;
            try (GradientCollector gradients = trainer.newGradientCollector()) {
                NDArray outputs = trainer.forward(new NDList(batches.inputs(manager, batch)))
                        .singletonOrThrow();
                NDArray loss = loss(task, outputs, batches.targets(manager, batch));
                gradients.backward(loss);
                value = loss.getFloat();
            }
            trainer.step();
            return value;
        }
    }

    private static double validationLoss(Trainer trainer, FitRequest request, Batches batches) {
        double sum = 0;
        int samples = 0;
        for (int batch = 0; batch < batches.count(); batch++) {
            request.monitor().check();
            try (NDManager manager = trainer.getManager().newSubManager()) {
                NDArray outputs = trainer.evaluate(new NDList(batches.inputs(manager, batch)))
                        .singletonOrThrow();
                NDArray loss = loss(request.task(), outputs, batches.targets(manager, batch));
                sum += (double) loss.getFloat() * batches.size(batch);
            }
            samples += batches.size(batch);
        }
        return sum / samples;
    }

    private static NDArray loss(Task task, NDArray outputs, NDArray targets) {
        if (task.classification()) {
            return outputs.logSoftmax(1).mul(targets).sum(new int[] {1}).mean().neg();
        }
        if (task.multiLabel()) {
            // Binary cross-entropy from log-odds x in a form that cannot overflow: max(x, 0) - x t + log(1 +
            // exp(-|x|)).
            NDArray surplus = outputs.abs().neg().exp().add(1).log();
            return outputs.maximum(0).sub(outputs.mul(targets)).add(surplus).mean();
        }
        return outputs.sub(targets).square().mean();
    }
}
