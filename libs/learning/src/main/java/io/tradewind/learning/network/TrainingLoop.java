package io.tradewind.learning.network;

import java.util.SplittableRandom;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.tradewind.learning.evaluation.TrainingSummary;
import io.tradewind.learning.fit.EarlyStopping;
import io.tradewind.learning.fit.FitRequest;

/** Epochs over mini-batches until the last or until patience ends; leaves the network with its best weights. */
final class TrainingLoop {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS_PER_SECOND = 1e3;

    /** Odd, so that it maps different epochs to different seeds, and not the step of {@link SplittableRandom}'s own states. */
    private static final long EPOCH_STEP = 0xD1342543DE82EF95L;

    private final Engine engine;
    private final Network network;
    private final FitRequest request;
    private final Batches training;
    private final Batches validation;
    private final LearningRates rates;
    private final AdamW optimiser;
    private final Losses losses;
    private EarlyStopping stopping;

    TrainingLoop(Engine engine, Network network, FitRequest request, Batches training, Batches validation) {
        this.engine = engine;
        this.network = network;
        this.request = request;
        this.training = training;
        this.validation = validation;
        this.rates = LearningRates.of(request, training.count());
        this.optimiser = new AdamW(network.learned(), request.decimal("weightDecay"), request.decimal("gradientClip"));
        this.losses = Losses.of(request);
        this.stopping = new EarlyStopping(request.schedule().patience());
    }

    TrainingSummary run() {
        long started = System.nanoTime();
        long before = resume();
        for (int epoch = stopping.lastEpoch() + 1;
                epoch <= request.schedule().epochs() && !stopping.exhausted();
                epoch++) {
            seed(epoch);
            double trainingLoss = epoch();
            double validationLoss = validationLoss();
            boolean best = stopping.accept(epoch, trainingLoss, validationLoss);
            if (best) {
                network.keepWeights();
            }
            checkpoint(before + millisSince(started));
            request.monitor().epoch(epoch, trainingLoss, validationLoss, best);
        }
        network.restoreWeights();
        return summary(before + millisSince(started));
    }

    /** Each epoch has random numbers of its own, which is why none need be kept in a checkpoint. */
    private void seed(int epoch) {
        SplittableRandom random = new SplittableRandom(request.seed() ^ epoch * EPOCH_STEP);
        engine.setRandomSeed(random.nextInt());
        training.shuffle(random);
    }

    private double epoch() {
        double sum = 0;
        int samples = 0;
        for (int batch = 0; batch < training.count(); batch++) {
            request.monitor().check();
            sum += step(batch) * training.size(batch);
            samples += training.size(batch);
        }
        return sum / samples;
    }

    /** One update; its loss before it. */
    double step(int batch) {
        try (NDManager manager = network.manager().newSubManager()) {
            double value;
            try (GradientCollector gradients = engine.newGradientCollector()) {
                NDArray outputs = network.forward(manager, training.inputs(manager, batch), true);
                NDArray loss = losses.of(outputs, training.targets(manager, batch));
                gradients.backward(loss);
                value = loss.getFloat();
            }
            optimiser.update(manager, rates.at(optimiser.updates()));
            return value;
        }
    }

    private double validationLoss() {
        double sum = 0;
        int samples = 0;
        for (int batch = 0; batch < validation.count(); batch++) {
            request.monitor().check();
            try (NDManager manager = network.manager().newSubManager()) {
                NDArray outputs = network.forward(manager, validation.inputs(manager, batch), false);
                NDArray loss = losses.of(outputs, validation.targets(manager, batch));
                sum += (double) loss.getFloat() * validation.size(batch);
            }
            samples += validation.size(batch);
        }
        return sum / samples;
    }

    /** Takes up the state that a checkpoint holds; tells how many milliseconds its epochs took. */
    private long resume() {
        return request.checkpoints()
                .found()
                .map(TrainingState::of)
                .map(state -> {
                    network.load(state.weights());
                    network.keep(state.best());
                    optimiser.resume(state.updates(), state.first(), state.second());
                    stopping = EarlyStopping.after(request.schedule().patience(), state.memory());
                    request.monitor().resumed(state.memory().lastEpoch());
                    return state.millis();
                })
                .orElse(0L);
    }

    private void checkpoint(long millis) {
        if (request.checkpoints().kept()) {
            TrainingState state = new TrainingState(
                    stopping.memory(),
                    optimiser.updates(),
                    millis,
                    network.weights(),
                    network.kept(),
                    optimiser.first(),
                    optimiser.second());
            request.checkpoints().keep(state.bytes());
        }
    }

    private TrainingSummary summary(long millis) {
        double samples = (double) stopping.lastEpoch() * request.training().size();
        return new TrainingSummary(
                stopping.lastEpoch(),
                stopping.bestEpoch(),
                stopping.trainingLossAtBest(),
                stopping.bestLoss(),
                millis,
                samples * MILLIS_PER_SECOND / Math.max(1, millis));
    }

    private static long millisSince(long started) {
        return Math.round((System.nanoTime() - started) / NANOS_PER_MILLI);
    }
}
