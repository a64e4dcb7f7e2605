package io.tradewind.learning.evaluation;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tradewind.learning.split.SplitAudit;
import io.tradewind.learning.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * How a model did on test rows, which nothing was fitted on; {@code evaluation.json} of a bundle. A metric that is
 * undefined (no trades, one class only) is null, and a gate on it fails.
 *
 * <p>Trading metrics have one equity point per bar, bars without a position included; a forecast is held for the horizon with
 * {@code 1 / horizonBars} of the capital, and every change of position costs {@code costBps}.
 *
 * <p>With three classes every row is scored: accuracy counts all three, precision, recall and F1 are means over the classes, Brier's
 * score is over all of them (0..2), and directional accuracy counts the rows for which a direction was forecast. For patterns accuracy
 * is the share of right labels, precision, recall and F1 are over all labels together, AUC, log loss and Brier are means over labels,
 * and what concerns trading is null.
 *
 * @param rows test rows
 * @param scoredRows of these, rows whose move left the dead band: what accuracy and the other class metrics count
 * @param accuracy share of scored rows whose direction was right
 * @param majorityBaseline accuracy of always saying the training rows' more frequent direction
 * @param standardError of accuracy, widened for overlapping horizons
 * @param edge accuracy minus the majority baseline's
 * @param edgeStandardError of that paired difference, widened for overlapping horizons
 * @param directionalAccuracy share of all test rows with a move whose sign was forecast
 * @param confusion rows actually down, up; columns forecast down, up; undecided forecasts count as wrong in accuracy only
 * @param brier mean squared error of P(up), 0..1
 * @param calibrationError expected calibration error of P(up) over ten bins of equal width
 * @param mae mean absolute error of the expected return
 * @param mse mean squared error of the expected return
 * @param intervalCoverage share of test rows inside the prediction interval
 * @param profitFactor sum of gains over sum of losses, per bar, after costs
 * @param sharpe annualised; standard deviation with n - 1
 * @param sortino annualised; downside deviation over all bars
 * @param calmar compound annual growth over max drawdown
 * @param maxDrawdown largest fall from a peak of equity as a positive share (0.2 = 20 %)
 * @param winRate share of the bars with a position that gained
 * @param pnl compounded return over the test rows after costs
 * @param turnover sum of absolute changes of position; 2 is from fully long to fully short
 * @param probabilisticSharpe P(true Sharpe > 0) given skew, kurtosis and length (Bailey and Lopez de Prado 2012)
 * @param deflation the same against what the best of so many worthless trials shows; null in older bundles, which did not count
 * @param slippageBps paid beside {@code costBps} for being filled worse than at the close
 * @param baselines simple rules on the same rows
 * @param details what tasks with several classes, labels or horizons add; null for the others
 */
public record Evaluation(
        Task task,
        int rows,
        int scoredRows,
        @Nullable Double accuracy,
        @Nullable Double majorityBaseline,
        @Nullable Double standardError,
        @Nullable Double edge,
        @Nullable Double edgeStandardError,
        @Nullable Double directionalAccuracy,
        @Nullable Double precision,
        @Nullable Double recall,
        @Nullable Double f1,
        List<List<Long>> confusion,
        @Nullable Double auc,
        @Nullable Double logLoss,
        @Nullable Double brier,
        @Nullable Double calibrationError,
        @Nullable Double mae,
        @Nullable Double mse,
        @Nullable Double intervalCoverage,
        @Nullable Double profitFactor,
        @Nullable Double sharpe,
        @Nullable Double sortino,
        @Nullable Double calmar,
        @Nullable Double maxDrawdown,
        @Nullable Double winRate,
        @Nullable Double pnl,
        @Nullable Double turnover,
        @Nullable Double probabilisticSharpe,
        @Nullable Deflation deflation,
        double costBps,
        double slippageBps,
        Map<String, BaselineScore> baselines,
        Gates gates,
        SplitAudit splits,
        TrainingSummary training,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TaskDetails details) {

    public Evaluation {
        confusion = List.copyOf(confusion);
        baselines = Map.copyOf(baselines);
    }

    /** The evaluation of a model nobody has judged: no metric is defined, so every gate fails. */
    public static Evaluation unjudged(Task task) {
        return new Evaluation(
                task,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                0,
                Map.of(),
                GatePolicy.DEFAULT.check(null, null, null, null, null),
                new SplitAudit("none", 0, 0, List.of()),
                new TrainingSummary(0, 0, Double.NaN, Double.NaN, 0, 0),
                null);
    }
}
