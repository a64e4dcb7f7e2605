package io.tradewind.learning.evaluation;

import java.util.List;
import java.util.Map;

import io.tradewind.learning.split.SplitAudit;
import io.tradewind.learning.task.Forecast;
import io.tradewind.learning.task.Task;

/**
 * Everything a model is judged from, for the test rows in time order.
 *
 * @param returns what the forecasts were about: simple return over the horizon
 * @param barReturns return to the next bar's close, which trading earns
 * @param majorityUp whether the training rows rose more often than they fell
 * @param baselines directions of simple rules on the same rows
 * @param slippageBps how much worse than the close a change of position by 1 is filled
 * @param trials models that were tried for this, this one among them; at least 1
 * @param detail what tasks with several classes, labels or horizons add
 */
@SuppressWarnings("ArrayRecordComponent")
public record Evidence(
        Task task,
        List<Forecast> forecasts,
        double[] returns,
        double[] barReturns,
        int horizonBars,
        double deadBand,
        double costBps,
        double periodsPerYear,
        boolean majorityUp,
        Map<String, int[]> baselines,
        GatePolicy gates,
        SplitAudit splits,
        TrainingSummary training,
        double slippageBps,
        int trials,
        TaskEvidence detail) {

    /** The evidence of an only trial that is filled at the close. */
    public Evidence(
            Task task,
            List<Forecast> forecasts,
            double[] returns,
            double[] barReturns,
            int horizonBars,
            double deadBand,
            double costBps,
            double periodsPerYear,
            boolean majorityUp,
            Map<String, int[]> baselines,
            GatePolicy gates,
            SplitAudit splits,
            TrainingSummary training) {
        this(
                task,
                forecasts,
                returns,
                barReturns,
                horizonBars,
                deadBand,
                costBps,
                periodsPerYear,
                majorityUp,
                baselines,
                gates,
                splits,
                training,
                0,
                1,
                TaskEvidence.NONE);
    }
}
