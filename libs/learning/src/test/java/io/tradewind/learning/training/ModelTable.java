package io.tradewind.learning.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

import io.tradewind.learning.bundle.Bundle;
import io.tradewind.learning.bundle.BundleWriter;
import io.tradewind.learning.evaluation.Evaluation;
import io.tradewind.learning.prediction.Predictor;
import io.tradewind.market.candle.CandleSeries;

/** Prints the table of docs/models.md: one line per architecture and seed, trained on real candles. Run by hand. */
final class ModelTable {

    private static final int CALLS = 2000;

    private ModelTable() {}

    public static void main(String[] arguments) throws IOException {
        CandleSeries series = arguments.length > 1 && arguments[1].equals("synthetic")
                ? Markets.synthetic(6000)
                : Markets.bitcoin().orElseThrow();
        System.out.println("candles " + series.size());
        for (String architecture : arguments[0].split(",")) {
            for (long seed = 1; seed <= Integer.parseInt(arguments[2]); seed++) {
                line(architecture, seed, series);
            }
        }
    }

    private static void line(String architecture, long seed, CandleSeries series) throws IOException {
        long started = System.nanoTime();
        TrainingResult result = Trainer.train(
                TrainingPlan.demo(architecture).seed(seed).build(),
                series,
                progress -> System.err.println(progress),
                new CancellationToken());
        double seconds = (System.nanoTime() - started) / 1e9;
        Path folder = Files.createTempDirectory("bundle");
        Bundle bundle = BundleWriter.write(result, folder.resolve("b"));
        Evaluation evaluation = result.evaluation();
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.4f | %.4f | %.4f ± %.4f | %.3f | %.3f | %.3f | %.2f | %.2f | %.2f | %d/%d | %.1f | %.1f | %d | %.1f |%n",
                architecture,
                seed,
                evaluation.accuracy(),
                evaluation.majorityBaseline(),
                evaluation.edge(),
                evaluation.edgeStandardError(),
                evaluation.auc(),
                evaluation.logLoss(),
                evaluation.calibrationError(),
                evaluation.profitFactor(),
                evaluation.sharpe(),
                evaluation.maxDrawdown(),
                evaluation.training().bestEpoch(),
                evaluation.training().epochs(),
                evaluation.training().millis() / 1e3,
                seconds,
                Files.size(bundle.modelFile()) / 1024,
                latencyMicros(bundle));
        if (seed == 1) {
            System.out.println(evaluation.baselines());
            System.out.println(evaluation.gates());
            System.out.println(evaluation.splits());
            System.out.println(result.importance().features().subList(0, 4));
        }
    }

    /** Median of single forecasts on one thread. */
    private static double latencyMicros(Bundle bundle) {
        try (Predictor predictor = Predictor.open(bundle)) {
            SplittableRandom random = new SplittableRandom(1);
            double[] window = random.doubles(
                            (long) predictor.window() * predictor.features().size())
                    .toArray();
            long[] nanos = new long[CALLS];
            for (int round = 0; round < 3; round++) {
                for (int i = 0; i < CALLS; i++) {
                    long from = System.nanoTime();
                    predictor.predict(window);
                    nanos[i] = System.nanoTime() - from;
                }
            }
            Arrays.sort(nanos);
            return nanos[CALLS / 2] / 1e3;
        }
    }
}
