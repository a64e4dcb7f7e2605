package io.tradewind.learning.training;

import java.util.Locale;
import java.util.Map;

import io.tradewind.learning.architecture.ArchitectureCatalogue;
import io.tradewind.learning.architecture.ArchitectureDefinition;
import io.tradewind.learning.evaluation.Evaluation;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.synthetic.SyntheticMarket;

/**
 * What an architecture recovers of the edge that a synthetic market is known to hold. Run by hand for whole-sized models:
 * {@code KnownSignal architecture:preset,... candles markets}.
 */
final class KnownSignal {

    private static final long START = 1_699_999_200_000L;

    private KnownSignal() {}

    /**
     * One training on one market.
     *
     * @param accuracy share of the test rows whose direction the model told
     * @param attainable share that the sign of the market's own drift told on the same rows
     * @param majority share that the majority direction of the training rows told
     * @param standardError of the accuracy's distance from the majority's
     */
    record Recovery(double accuracy, double attainable, double majority, double standardError, Evaluation evaluation) {

        /** Share of the attainable edge over the majority. */
        double share() {
            return (accuracy - majority) / (attainable - majority);
        }
    }

    /** Trains on a market with its signal. */
    static Recovery recover(TrainingPlan plan, long market, int candles) {
        CandleSeries series = SyntheticMarket.generate(market, candles, Timeframe.ONE_HOUR, START);
        Evaluation evaluation = Trainer.train(plan, series, ProgressListener.NONE, new CancellationToken())
                .evaluation();
        double[] drifts = SyntheticMarket.drifts(market, candles);
        int known = 0;
        // The test rows are the last ones whose next candle is known.
        for (int row = candles - 1 - evaluation.rows(); row < candles - 1; row++) {
            double move = series.close(row + 1) - series.close(row);
            known += Math.signum(move) == Math.signum(drifts[row + 1]) ? 1 : 0;
        }
        return new Recovery(
                evaluation.accuracy(),
                (double) known / evaluation.scoredRows(),
                evaluation.majorityBaseline(),
                evaluation.edgeStandardError(),
                evaluation);
    }

    /** Trains on a market without any. */
    static Evaluation withoutSignal(TrainingPlan plan, long market, int candles) {
        CandleSeries series = SyntheticMarket.generateWithoutSignal(market, candles, Timeframe.ONE_HOUR, START);
        return Trainer.train(plan, series, ProgressListener.NONE, new CancellationToken())
                .evaluation();
    }

    public static void main(String[] arguments) {
        int candles = Integer.parseInt(arguments[1]);
        for (String choice : arguments[0].split(",")) {
            String[] parts = choice.split(":");
            TrainingPlan plan = TrainingPlan.builder(
                            ArchitectureCatalogue.get(parts[0]).name())
                    .hyperparameters(Map.of(ArchitectureDefinition.PRESET, parts[1]))
                    .build();
            for (long market = 1; market <= Integer.parseInt(arguments[2]); market++) {
                long started = System.nanoTime();
                Recovery found = recover(plan, market, candles);
                double seconds = (System.nanoTime() - started) / 1e9;
                Evaluation none = withoutSignal(plan, market, candles);
                System.out.printf(
                        Locale.ROOT,
                        "%s market %d: accuracy %.4f attainable %.4f majority %.4f share %.2f edge %.4f ± %.4f, epochs %d/%d, %.1f s; without signal edge %.4f ± %.4f%n",
                        choice,
                        market,
                        found.accuracy(),
                        found.attainable(),
                        found.majority(),
                        found.share(),
                        found.accuracy() - found.majority(),
                        found.standardError(),
                        found.evaluation().training().bestEpoch(),
                        found.evaluation().training().epochs(),
                        seconds,
                        none.edge(),
                        none.edgeStandardError());
            }
        }
    }
}
