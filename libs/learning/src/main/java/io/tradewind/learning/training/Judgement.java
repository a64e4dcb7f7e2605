package io.tradewind.learning.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.dataset.Targets;
import io.tradewind.learning.evaluation.Evaluation;
import io.tradewind.learning.evaluation.Evaluator;
import io.tradewind.learning.evaluation.Evidence;
import io.tradewind.learning.evaluation.TaskEvidence;
import io.tradewind.learning.evaluation.TrainingSummary;
import io.tradewind.learning.prediction.Predictor;
import io.tradewind.learning.task.Task;
import io.tradewind.market.candle.CandleSeries;

/** Gathers what a model is judged from on its test rows. */
final class Judgement {

    private static final double MILLIS_PER_YEAR = 365.25 * 24 * 60 * 60 * 1000;

    private Judgement() {}

    static Evaluation of(
            TrainingPlan plan, CandleSeries series, Material material, Predictor predictor, TrainingSummary summary) {
        Samples test = material.test();
        double[] barReturns = barReturns(series, test);
        return Evaluator.evaluate(new Evidence(
                plan.task(),
                Forecasting.all(predictor, test),
                returns(plan.task(), test, barReturns),
                barReturns,
                plan.horizonBars(),
                plan.deadBand(),
                plan.costBps(),
                barsPerYear(series),
                material.majorityUp(),
                baselines(plan, series, material),
                plan.gates(),
                material.audit(),
                summary,
                plan.slippageBps(),
                plan.trials(),
                detail(test, material.training())));
    }

    /** @param training the rows whose shares the majorities are taken from */
    static TaskEvidence detail(Samples test, Samples training) {
        Targets targets = test.data().targets();
        double[][] rows = new double[test.size()][targets.width()];
        for (int i = 0; i < rows.length; i++) {
            int row = i;
            Arrays.setAll(rows[i], column -> test.target(row, column));
        }
        return new TaskEvidence(
                targets.task().outputNames(targets.horizons()), targets.horizons(), rows, shares(training));
    }

    /** Share of the training rows of each class, with each label, or that rose over each horizon. */
    private static double[] shares(Samples training) {
        Targets targets = training.data().targets();
        double[] shares =
                new double[targets.task().outputNames(targets.horizons()).size()];
        for (int i = 0; i < training.size(); i++) {
            for (int k = 0; k < shares.length; k++) {
                boolean counts = targets.task().classification() ? training.classOf(i) == k : training.target(i, k) > 0;
                shares[k] += counts ? 1.0 / training.size() : 0;
            }
        }
        return shares;
    }

    /** Return from each sample's close to the next; only patterns are known on the newest candle, which nothing follows yet. */
    static double[] barReturns(CandleSeries series, Samples test) {
        double[] barReturns = new double[test.size()];
        Arrays.setAll(barReturns, i -> {
            int next = Math.min(test.end(i) + 1, series.size() - 1);
            return series.close(next) / series.close(test.end(i)) - 1;
        });
        return barReturns;
    }

    /** What forecasts were about; of patterns, which are about nothing to come, the next bar. */
    static double[] returns(Task task, Samples test, double[] barReturns) {
        double[] returns = new double[test.size()];
        Arrays.setAll(returns, i -> task.directional() ? test.returnAfter(i) : barReturns[i]);
        return returns;
    }

    private static Map<String, int[]> baselines(TrainingPlan plan, CandleSeries series, Material material) {
        int[] rows = material.test().ends();
        Map<String, int[]> baselines = new LinkedHashMap<>();
        baselines.put("repeatLast", Baselines.repeatLast(series, rows, plan.horizonBars()));
        baselines.put("movingAverageCross", Baselines.movingAverageCross(series, rows));
        if (plan.task().directional()) {
            baselines.put("linear", LinearBaseline.ridge(material.training()).directions(material.test()));
            baselines.put(
                    "logistic", LinearBaseline.logistic(material.training()).directions(material.test()));
        }
        return baselines;
    }

    /** Counted, not assumed: exchanges with sessions have fewer bars a year than the timeframe suggests. */
    static double barsPerYear(CandleSeries series) {
        double span = series.openTime(series.size() - 1) - series.openTime(0);
        return (series.size() - 1) / (span / MILLIS_PER_YEAR);
    }
}
