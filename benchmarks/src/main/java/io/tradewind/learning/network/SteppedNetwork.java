package io.tradewind.learning.network;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import ai.djl.engine.Engine;
import io.tradewind.learning.architecture.ArchitectureCatalogue;
import io.tradewind.learning.architecture.ArchitectureDefinition;
import io.tradewind.learning.architecture.TrainingDefaults;
import io.tradewind.learning.bundle.ScalerSpec;
import io.tradewind.learning.dataset.Dataset;
import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.dataset.Targets;
import io.tradewind.learning.fit.Checkpoints;
import io.tradewind.learning.fit.FitMonitor;
import io.tradewind.learning.fit.FitRequest;
import io.tradewind.learning.fit.FitSchedule;
import io.tradewind.learning.task.Task;
import io.tradewind.market.feature.FeatureSet;

/**
 * A network that is trained step by step on one batch of random rows. It stands in the library's package because a single step is
 * nobody else's business.
 */
public final class SteppedNetwork implements AutoCloseable {

    private static final FitMonitor UNWATCHED = new FitMonitor() {
        @Override
        public void check() {
            // Nobody stops a benchmark.
        }

        @Override
        public void epoch(int epoch, double trainingLoss, double validationLoss, boolean best) {
            // No epoch ends.
        }
    };

    private final Network network;
    private final TrainingLoop loop;

    private SteppedNetwork(Network network, TrainingLoop loop) {
        this.network = network;
        this.loop = loop;
    }

    /** The architecture's preset at its own task, window and feature set. */
    public static SteppedNetwork of(String architecture, String preset, int batch) {
        ArchitectureDefinition definition = ArchitectureCatalogue.get(architecture);
        TrainingDefaults defaults = definition.training();
        Samples samples = samples(definition, batch);
        FitRequest request = new FitRequest(
                architecture,
                definition.validate(Map.of(ArchitectureDefinition.PRESET, preset)),
                samples,
                samples,
                ScalerSpec.NONE,
                new FitSchedule(1, batch, defaults.learningRate(), 1),
                1,
                UNWATCHED,
                Checkpoints.NONE);
        Engine engine = Engine.getEngine("PyTorch");
        Network network = NetworkFitter.network(engine, request);
        return new SteppedNetwork(network, NetworkFitter.loop(engine, network, request, TargetScale.of(samples)));
    }

    private static Samples samples(ArchitectureDefinition definition, int batch) {
        Task task = definition.tasks().get(0);
        int window = definition.training().window();
        int rows = window - 1 + batch;
        FeatureSet features = FeatureSet.named(definition.training().featureSet());
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[rows * features.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.abs(random.nextGaussian());
        }
        double[] targets =
                new double[rows * (task.multiLabel() ? task.outputNames().size() : 1)];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = task.multiLabel() ? random.nextInt(2) : random.nextGaussian();
        }
        int[] ends = IntStream.range(0, rows).toArray();
        Dataset data = new Dataset(features.names(), values, new Targets(task, List.of(1), 0, targets, ends), window);
        return new Samples(data, IntStream.range(window - 1, rows).toArray());
    }

    /** Forward, backward and update on the one batch; gives its loss. */
    public double step() {
        return loop.step(0);
    }

    @Override
    public void close() {
        network.close();
    }
}
