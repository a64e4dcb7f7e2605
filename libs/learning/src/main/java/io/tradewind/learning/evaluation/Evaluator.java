package io.tradewind.learning.evaluation;

import java.util.Arrays;
import java.util.List;
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
    private final @Nullable LabelMetrics byLabel;
    private final @Nullable ThreeWayMetrics byClass;

    private Evaluator(Evidence evidence) {
        this.evidence = evidence;
        this.directions =
                evidence.forecasts().stream().mapToInt(Forecast::direction).toArray();
        boolean all = threeWay() || labels();
        this.scored = IntStream.range(0, directions.length)
                .filter(i -> all || Math.abs(evidence.returns()[i]) > evidence.deadBand())
                .toArray();
        this.up = new boolean[scored.length];
        for (int i = 0; i < scored.length; i++) {
            up[i] = evidence.returns()[scored[i]] > 0;
        }
        this.byLabel = labels() ? new LabelMetrics(evidence.detail(), outputs()) : null;
        this.right = byLabel == null ? hits(directions, scored) : byLabel.right();
        this.majority = byLabel == null ? hits(majorityDirections(), scored) : byLabel.majority();
        this.edges = new double[scored.length];
        Arrays.setAll(edges, i -> right[i] - majority[i]);
        this.directional = labels() ? null : mean(signs());
        this.byClass = threeWay() ? new ThreeWayMetrics(directions, actual(), outputs()) : null;
        this.classes = classes();
        this.trading = labels() ? TradingMetrics.NONE : trade(directions);
    }

    private boolean threeWay() {
        return evidence.task() == Task.THREE_WAY_DIRECTION;
    }

    private boolean labels() {
        return evidence.task().multiLabel();
    }

    private double[][] outputs() {
        return evidence.forecasts().stream().map(Forecast::outputs).toArray(double[][]::new);
    }

    private ClassMetrics classes() {
        if (byLabel != null) {
            return byLabel.metrics();
        }
        if (byClass != null) {
            return byClass.metrics();
        }
        return ClassMetrics.of(
                evidence.task().classification(),
                Arrays.stream(scored).map(i -> directions[i]).toArray(),
                upProbabilities(),
                up);
    }

    private @Nullable TaskDetails details() {
        if (byLabel != null) {
            return new TaskDetails(byLabel.macroF1(), List.of(), byLabel.scores(), List.of());
        }
        if (byClass != null) {
            return new TaskDetails(byClass.macroF1(), byClass.scores(), List.of(), List.of());
        }
        return evidence.detail().horizons().size() > 1
                ? new TaskDetails(null, List.of(), List.of(), HorizonMetrics.of(evidence.detail(), outputs()))
                : null;
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
                new Deflation(evidence.trials(), trading.deflatedSharpe()),
                evidence.costBps(),
                evidence.slippageBps(),
                baselines(),
                gates(),
                evidence.splits(),
                evidence.training(),
                details());
    }

    private Gates gates() {
        if (labels()) {
            return evidence.gates().checkLabels(classes.f1(), mean(edges), standardError(edges));
        }
        return evidence.gates()
                .check(directional, trading.profitFactor(), trading.maxDrawdown(), mean(edges), standardError(edges));
    }

    private int[] majorityDirections() {
        int[] majority = new int[directions.length];
        Arrays.fill(majority, threeWay() ? mostFrequent() : evidence.majorityUp() ? 1 : -1);
        return majority;
    }

    private int mostFrequent() {
        double[] shares = evidence.detail().shares();
        int most = 0;
        for (int k = 1; k < shares.length; k++) {
            most = shares[k] > shares[most] ? k : most;
        }
        return most - 1;
    }

    /** 1 where the sign was forecast, of rows with a move; flat among three classes is a forecast, but of no direction. */
    private double[] signs() {
        return IntStream.range(0, directions.length)
                .filter(i -> evidence.returns()[i] != 0 && (!threeWay() || directions[i] != 0))
                .mapToDouble(i -> directions[i] == (int) Math.signum(evidence.returns()[i]) ? 1 : 0)
                .toArray();
    }

    private int[] actual() {
        return IntStream.range(0, directions.length).map(this::actual).toArray();
    }

    /** -1 down, 1 up, 0 no move; of three classes everything within the dead band is none. */
    private int actual(int row) {
        double move = evidence.returns()[row];
        boolean flat = threeWay() && Math.abs(move) <= evidence.deadBand();
        return flat ? 0 : (int) Math.signum(move);
    }

    /** 1 where the direction was right, else 0. */
    private double[] hits(int[] forecast, int[] rows) {
        return Arrays.stream(rows)
                .mapToDouble(i -> forecast[i] == actual(i) ? 1 : 0)
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
        return IntStream.range(0, labels() ? 0 : directions.length)
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
        if (labels()) {
            scores.put("majority", new BaselineScore(mean(majority), standardError(majority), null, null, null, null));
            return scores;
        }
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
        // Patterns look at no later bar, so neighbours share none.
        int overlap = labels() ? 0 : evidence.horizonBars() - 1;
        return TradingMetrics.defined(OverlapError.of(values, overlap));
    }

    private static @Nullable Double mean(double[] values) {
        return TradingMetrics.defined(TradingMetrics.mean(values));
    }
}
