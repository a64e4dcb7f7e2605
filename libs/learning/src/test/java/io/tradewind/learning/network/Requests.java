package io.tradewind.learning.network;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import io.tradewind.learning.architecture.ArchitectureCatalogue;
import io.tradewind.learning.bundle.ScalerSpec;
import io.tradewind.learning.dataset.Dataset;
import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.dataset.Targets;
import io.tradewind.learning.fit.Checkpoints;
import io.tradewind.learning.fit.FitMonitor;
import io.tradewind.learning.fit.FitRequest;
import io.tradewind.learning.fit.FitSchedule;
import io.tradewind.learning.task.Task;

/** Small fits on random rows of five features. */
final class Requests {

    static final FitMonitor UNWATCHED = new FitMonitor() {
        @Override
        public void check() {}

        @Override
        public void epoch(int epoch, double trainingLoss, double validationLoss, boolean best) {}
    };

    private static final List<String> FEATURES = List.of("one", "two", "three", "four", "five");
    private static final int VALIDATION = 40;

    private Requests() {}

    static FitRequest of(String architecture, Map<String, Object> hyperparameters, Task task) {
        return of(architecture, hyperparameters, task, new FitSchedule(1, 32, 0.001, 100), UNWATCHED);
    }

    /** Directions of a market that rises four times in five; ten rounds or epochs. */
    static FitRequest rising(String architecture, Map<String, Object> hyperparameters) {
        FitRequest request =
                of(architecture, hyperparameters, Task.DIRECTION, new FitSchedule(10, 32, 0.1, 100), UNWATCHED);
        Targets targets = request.training().data().targets();
        double[] risen =
                Arrays.stream(targets.values()).map(value -> value + 0.0084).toArray();
        Dataset data = request.training().data().with(targets.with(risen));
        return new FitRequest(
                architecture,
                request.hyperparameters(),
                request.training().on(data),
                request.validation().on(data),
                request.scaler(),
                request.schedule(),
                request.seed(),
                UNWATCHED,
                Checkpoints.NONE);
    }

    static FitRequest of(
            String architecture,
            Map<String, Object> hyperparameters,
            Task task,
            FitSchedule schedule,
            FitMonitor monitor) {
        int rows = 200;
        boolean candles = architecture.equals("PATTERN_CNN");
        int window = candles ? 20 : 8;
        Dataset data = new Dataset(
                candles ? CandleNormLayer.FEATURES : FEATURES,
                candles ? candles(rows) : rows(rows),
                targets(task, rows),
                window);
        int[] ends = IntStream.range(window - 1, rows).toArray();
        int cut = ends.length - VALIDATION;
        return new FitRequest(
                architecture,
                ArchitectureCatalogue.get(architecture).validate(hyperparameters),
                new Samples(data, Arrays.copyOf(ends, cut)),
                new Samples(data, Arrays.copyOfRange(ends, cut, ends.length)),
                candles
                        ? ScalerSpec.NONE
                        : new ScalerSpec(
                                "standard", List.of(1.0, 2.0, 3.0, 4.0, 5.0), List.of(0.5, 1.0, 1.5, 2.0, 2.5)),
                schedule,
                3,
                monitor,
                Checkpoints.NONE);
    }

    private static float[] rows(int rows) {
        SplittableRandom random = new SplittableRandom(11);
        float[] values = new float[rows * FEATURES.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian() + 1 + i % FEATURES.size();
        }
        return values;
    }

    private static float[] candles(int rows) {
        SplittableRandom random = new SplittableRandom(13);
        float[] values = new float[rows * FEATURES.size()];
        double close = 30_000;
        for (int i = 0; i < values.length; i += FEATURES.size()) {
            double open = close;
            close = open * (1 + 0.01 * random.nextGaussian());
            values[i] = (float) open;
            values[i + 1] = (float) (Math.max(open, close) * 1.002);
            values[i + 2] = (float) (Math.min(open, close) * 0.998);
            values[i + 3] = (float) close;
            values[i + 4] = (float) random.nextDouble(10);
        }
        return values;
    }

    /** Returns, or for labels a one in five. */
    private static Targets targets(Task task, int rows) {
        SplittableRandom random = new SplittableRandom(12);
        int width = task.multiLabel() ? task.outputNames().size() : 1;
        double[] values = new double[rows * width];
        Arrays.setAll(values, i -> task.multiLabel() ? (random.nextInt(5) == 0 ? 1 : 0) : 0.01 * random.nextGaussian());
        return new Targets(task, List.of(1), 0, values, IntStream.range(0, rows).toArray());
    }
}
