package io.tradewind.learning.evaluation;

import java.util.List;

/**
 * What judging needs beyond one return per row.
 *
 * @param outputNames names of the model's outputs
 * @param horizons bars ahead of each return, the primary one first
 * @param targets for each test row the returns over all horizons, or 0 and 1 for each label; empty where one return says all
 * @param shares of the training rows: those in each class, with each label, or that rose over each horizon
 */
@SuppressWarnings("ArrayRecordComponent")
public record TaskEvidence(List<String> outputNames, List<Integer> horizons, double[][] targets, double[] shares) {

    /** For tasks of one direction or one return. */
    public static final TaskEvidence NONE = new TaskEvidence(List.of(), List.of(), new double[0][], new double[0]);

    public TaskEvidence {
        outputNames = List.copyOf(outputNames);
        horizons = List.copyOf(horizons);
    }
}
