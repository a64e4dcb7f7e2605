package io.tradewind.learning.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.dataset.Targets;
import io.tradewind.learning.prediction.Predictor;
import io.tradewind.learning.prediction.PredictorFactory;
import io.tradewind.learning.task.Task;
import io.tradewind.market.candle.CandleSeries;

/** How well a model recognises patterns in the newest candles of a series, label by label; run by hand it prints a table. */
final class PatternScores {

    private static final double HALF = 0.5;

    /** Counts of one label. */
    record Score(String label, int rows, int held, int said, int right) {

        double f1() {
            return held + said == 0 ? Double.NaN : 2.0 * right / (held + said);
        }

        double share() {
            return (double) held / rows;
        }

        /** F1 of saying always that it holds, which is the best one can do without looking. */
        double baseline() {
            return 2 * share() / (1 + share());
        }
    }

    private PatternScores() {}

    static List<Score> of(TrainingResult result, CandleSeries series, int firstRow) {
        BundleManifest manifest = result.manifest();
        Targets targets = Targets.of(Task.PATTERNS, List.of(1), 0, series);
        int labels = targets.width();
        int[][] counts = new int[labels][3];
        int rows = series.size() - firstRow;
        try (Predictor predictor = PredictorFactory.of(manifest, result.model())) {
            for (int row = firstRow; row < series.size(); row++) {
                double[] outputs = predictor
                        .predict(window(series, row, manifest.window()))
                        .outputs();
                for (int k = 0; k < labels; k++) {
                    boolean holds = targets.value(row, k) > 0;
                    boolean said = outputs[k] > HALF;
                    counts[k][0] += holds ? 1 : 0;
                    counts[k][1] += said ? 1 : 0;
                    counts[k][2] += holds && said ? 1 : 0;
                }
            }
        }
        List<Score> scores = new ArrayList<>();
        for (int k = 0; k < labels; k++) {
            scores.add(new Score(Task.PATTERNS.outputNames().get(k), rows, counts[k][0], counts[k][1], counts[k][2]));
        }
        return scores;
    }

    private static double[] window(CandleSeries series, int end, int length) {
        double[] window = new double[5 * length];
        int next = 0;
        for (int row = end + 1 - length; row <= end; row++) {
            window[next++] = series.open(row);
            window[next++] = series.high(row);
            window[next++] = series.low(row);
            window[next++] = series.close(row);
            window[next++] = series.volume(row);
        }
        return window;
    }

    public static void main(String[] arguments) {
        CandleSeries series = arguments[0].equals("synthetic")
                ? Markets.synthetic(Integer.parseInt(arguments[1]))
                : Markets.bitcoin().orElseThrow();
        for (String choice : arguments[2].split(";")) {
            String[] parts = choice.split(",");
            TrainingPlan plan = TrainingPlan.demo("PATTERN_CNN")
                    .hyperparameters(java.util.Map.of(
                            "preset",
                            parts[0],
                            "pooling",
                            parts[1],
                            "classWeights",
                            parts[2],
                            "schedule",
                            parts[3],
                            "dropout",
                            Double.parseDouble(parts[6])))
                    .learningRate(Double.parseDouble(parts[4]))
                    .epochs(Integer.parseInt(parts[5]))
                    .seed(Long.parseLong(parts[7]))
                    .build();
            long started = System.nanoTime();
            TrainingResult result = Trainer.train(plan, series, ProgressListener.NONE, new CancellationToken());
            List<Score> scores = of(result, series, (int) (series.size() * 0.86));
            System.out.printf(
                    Locale.ROOT,
                    "%s: macro-F1 %.3f, always-yes %.3f, %.1f s, best epoch %d of %d, %d bytes%n",
                    choice,
                    scores.stream()
                            .filter(s -> s.held() > 0)
                            .mapToDouble(Score::f1)
                            .average()
                            .orElseThrow(),
                    scores.stream()
                            .filter(s -> s.held() > 0)
                            .mapToDouble(Score::baseline)
                            .average()
                            .orElseThrow(),
                    (System.nanoTime() - started) / 1e9,
                    result.evaluation().training().bestEpoch(),
                    result.evaluation().training().epochs(),
                    result.model().length);
            scores.stream()
                    .sorted(Comparator.comparingInt(Score::held).reversed())
                    .forEach(score -> System.out.printf(
                            Locale.ROOT,
                            "  %-22s held %5.2f %%  F1 %.3f%n",
                            score.label(),
                            100 * score.share(),
                            score.f1()));
        }
    }
}
