package io.tradewind.learning.evaluation;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.tradewind.learning.task.Forecast;
import io.tradewind.learning.task.Task;
import org.jspecify.annotations.Nullable;

/** Judges a model by its forecasts for test rows, beside the baselines on the same rows. */
public final class Evaluator {

    private final Evidence evidence;
    private final int[] directions;
    private final int[] scored;
    private final boolean[] up;
    private final double[] right;
    private final double[] majority;
    private final double[] edges;
    private final @Nullable Double directional;
    private final ClassMetrics classes;
    private final TradingMetrics trading;

    private Evaluator(Evidence evidence) {
        this.evidence = evidence;
        this.directions =
                evidence.forecasts().stream().mapToInt(Forecast::direction).toArray();
        this.scored = IntStream.range(0, directions.length)
                .filter(i -> Math.abs(evidence.returns()[i]) > evidence.deadBand())
                .toArray();
        this.up = new boolean[scored.length];
        for (int i = 0; i < scored.length; i++) {
            up[i] = evidence.returns()[scored[i]] > 0;
        }
        this.right = hits(directions, scored);
        this.majority = hits(majorityDirections(), scored);
        this.edges = new double[scored.length];
        Arrays.setAll(edges, i -> right[i] - majority[i]);
        this.directional = mean(hits(directions, moved()));
        this.classes = ClassMetrics.of(
                evidence.task().classification(),
                Arrays.stream(scored).map(i -> directions[i]).toArray(),
                upProbabilities(),
                up);
        this.trading = trade(directions);
    }

    /** The judgement. */
    public static Evaluation evaluate(Evidence evidence) {
        return new Evaluator(evidence).evaluation();
    }

    private Evaluation evaluation() {
        return new Evaluation(
                evidence.task(),
                directions.length,
                scored.length,
                mean(right),
                mean(majority),
                standardError(right),
                mean(edges),
                standardError(edges),
                directional,
                classes.precision(),
                classes.recall(),
                classes.f1(),
                classes.confusion(),
                classes.auc(),
                classes.logLoss(),
                classes.brier(),
                classes.calibrationError(),
                mean(errors(false)),
                mean(errors(true)),
                coverage(),
                trading.profitFactor(),
                trading.sharpe(),
                trading.sortino(),
                trading.calmar(),
                trading.maxDrawdown(),
                trading.winRate(),
                trading.pnl(),
                trading.turnover(),
                trading.probabilisticSharpe(),
                trading.deflatedSharpe(),
                evidence.trials(),
                evidence.costBps(),
                evidence.slippageBps(),
                baselines(),
                gates(),
                evidence.splits(),
                evidence.training());
    }

    private Gates gates() {
        return evidence.gates()
                .check(directional, trading.profitFactor(), trading.maxDrawdown(), mean(edges), standardError(edges));
    }

    private int[] majorityDirections() {
        int[] majority = new int[directions.length];
        Arrays.fill(majority, evidence.majorityUp() ? 1 : -1);
        return majority;
    }

    private int[] moved() {
        return IntStream.range(0, directions.length)
                .filter(i -> evidence.returns()[i] != 0)
                .toArray();
    }

    /** 1 where the direction was right, else 0. */
    private double[] hits(int[] forecast, int[] rows) {
        return Arrays.stream(rows)
                .mapToDouble(i -> forecast[i] == (int) Math.signum(evidence.returns()[i]) ? 1 : 0)
                .toArray();
    }

    /** P(up), or for regressions the value, which ranks rows as well. */
    private double[] upProbabilities() {
        boolean direction = evidence.task() == Task.DIRECTION;
        return Arrays.stream(scored)
                .mapToObj(i -> evidence.forecasts().get(i))
                .mapToDouble(forecast -> direction ? forecast.outputs()[1] : forecast.expectedReturn())
                .toArray();
    }

    private double[] errors(boolean squared) {
        return IntStream.range(0, directions.length)
                .mapToDouble(i -> evidence.forecasts().get(i).expectedReturn() - evidence.returns()[i])
                .map(error -> squared ? error * error : Math.abs(error))
                .toArray();
    }

    private @Nullable Double coverage() {
        double[] inside = IntStream.range(0, directions.length)
                .filter(i -> !Double.isNaN(evidence.forecasts().get(i).lower()))
                .mapToDouble(i -> {
                    Forecast forecast = evidence.forecasts().get(i);
                    double actual = evidence.returns()[i];
                    return actual >= forecast.lower() && actual <= forecast.upper() ? 1 : 0;
                })
                .toArray();
        return mean(inside);
    }

    private TradingMetrics trade(int[] forecast) {
        double costs = evidence.costBps() + evidence.slippageBps();
        Backtest.Result result = Backtest.run(forecast, evidence.barReturns(), evidence.horizonBars(), costs);
        return TradingMetrics.of(result, evidence.periodsPerYear(), evidence.trials());
    }

    private Map<String, BaselineScore> baselines() {
        Map<String, BaselineScore> scores = new TreeMap<>();
        scores.put("majority", score(majorityDirections()));
        evidence.baselines().forEach((name, forecast) -> scores.put(name, score(forecast)));
        return scores;
    }

    private BaselineScore score(int[] forecast) {
        double[] right = hits(forecast, scored);
        TradingMetrics trading = trade(forecast);
        return new BaselineScore(
                mean(right),
                standardError(right),
                trading.profitFactor(),
                trading.sharpe(),
                trading.maxDrawdown(),
                trading.pnl());
    }

    private @Nullable Double standardError(double[] values) {
        return TradingMetrics.defined(OverlapError.of(values, evidence.horizonBars() - 1));
    }

    private static @Nullable Double mean(double[] values) {
        return TradingMetrics.defined(TradingMetrics.mean(values));
    }
}
