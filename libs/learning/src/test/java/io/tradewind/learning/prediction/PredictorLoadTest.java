package io.tradewind.learning.prediction;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.management.ThreadMXBean;
import io.tradewind.learning.task.Forecast;
import io.tradewind.learning.training.CancellationToken;
import io.tradewind.learning.training.ProgressListener;
import io.tradewind.learning.training.Trainer;
import io.tradewind.learning.training.TrainingPlan;
import io.tradewind.learning.training.TrainingResult;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.synthetic.SyntheticMarket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Predictors under many threads at once, and what they leave behind on the heap. */
class PredictorLoadTest {

    private static final List<String> FEATURES = List.of("log_return_1", "rsi_14", "volatility_20");
    private static final int WINDOW = 4;
    private static final int LENGTH = WINDOW * 3;
    private static final int ROWS = 200;
    private static final int THREADS = 8;

    private static Map<String, TrainingResult> trained;

    @BeforeAll
    static void train() {
        trained = Map.of("GRU", train("GRU"), "XGBOOST", train("XGBOOST"), "LIGHTGBM", train("LIGHTGBM"));
    }

    private static TrainingResult train(String architecture) {
        return Trainer.train(
                TrainingPlan.builder(architecture)
                        .hyperparameters(
                                architecture.equals("GRU") ? Map.of("units", List.of(6), "denseUnits", 4) : Map.of())
                        .features(FEATURES)
                        .window(WINDOW)
                        .epochs(3)
                        .build(),
                SyntheticMarket.generate(3, 900, Timeframe.ONE_HOUR, 0),
                ProgressListener.NONE,
                new CancellationToken());
    }

    private static Predictor open(String architecture) {
        TrainingResult result = trained.get(architecture);
        return PredictorFactory.of(result.manifest(), result.model());
    }

    private static double[] windows() {
        return new SplittableRandom(2).doubles((long) ROWS * LENGTH, -2, 2).toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GRU", "XGBOOST", "LIGHTGBM"})
    void manyThreadsGetTheAnswersOfOne(String architecture) throws Exception {
        // Given
        double[] windows = windows();
        try (Predictor predictor = open(architecture)) {
            double[] alone = outputs(predictor, windows);

            // When
            List<double[]> together = inThreads(() -> outputs(predictor, windows));

            // Then
            assertThat(together).hasSize(THREADS).allSatisfy(each -> assertThat(each)
                    .containsExactly(alone));
        }
    }

    /** Whoever comes too late is refused, whoever is under way is answered, and nothing crashes. */
    @ParameterizedTest
    @ValueSource(strings = {"GRU", "XGBOOST"})
    void closingWaitsForPredictionsUnderWay(String architecture) throws Exception {
        double[] windows = windows();
        Predictor predictor = open(architecture);
        AtomicInteger answered = new AtomicInteger();
        List<Boolean> refused = inThreads(() -> {
            try {
                while (true) {
                    double[] outputs = outputs(predictor, windows);
                    assertThat(outputs).doesNotContain(Double.NaN);
                    if (answered.incrementAndGet() == 20) {
                        predictor.close();
                    }
                }
            } catch (IllegalStateException closed) {
                return closed.getMessage().equals("the predictor is closed");
            }
        });

        assertThat(refused).hasSize(THREADS).doesNotContain(false);
        assertThat(answered.get()).isGreaterThanOrEqualTo(20);
    }

    @Test
    void treesAllocateNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double[] windows = windows();
        double[] outputs = new double[2];
        for (String architecture : List.of("XGBOOST", "LIGHTGBM")) {
            try (Predictor predictor = open(architecture)) {
                // Given: everything it ever makes once is made
                predictAll(predictor, windows, outputs);

                // When
                long before = threads.getCurrentThreadAllocatedBytes();
                predictAll(predictor, windows, outputs);
                long allocated = threads.getCurrentThreadAllocatedBytes() - before;

                // Then: far less than a byte a forecast; the measurement itself may take a few
                assertThat(allocated).as(architecture).isLessThan(ROWS / 2);
            }
        }
    }

    private static void predictAll(Predictor predictor, double[] windows, double[] outputs) {
        for (int row = 0; row < ROWS; row++) {
            predictor.predictInto(windows, row * LENGTH, outputs);
        }
    }

    private static double[] outputs(Predictor predictor, double[] windows) {
        double[] ups = new double[ROWS];
        double[] window = new double[LENGTH];
        for (int row = 0; row < ROWS; row++) {
            System.arraycopy(windows, row * LENGTH, window, 0, LENGTH);
            Forecast forecast = predictor.predict(window);
            ups[row] = forecast.outputs()[1];
        }
        return ups;
    }

    private static <T> List<T> inThreads(Callable<T> task) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(pool.submit(task));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
