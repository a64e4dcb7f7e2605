package io.tradewind.learning.training;

import java.util.List;

import io.tradewind.learning.evaluation.Evaluation;
import io.tradewind.learning.evaluation.FoldStatistics;
import io.tradewind.learning.evaluation.Verdict;
import io.tradewind.learning.split.SplitAudit;

/**
 * How a plan did when it was trained anew on each fold.
 *
 * @param accuracy over the folds
 * @param edge accuracy minus the majority baseline's, over the folds
 * @param folds the evaluation of each fold's own model on its own test rows
 */
public record ValidationReport(
        String method,
        FoldStatistics accuracy,
        FoldStatistics edge,
        Verdict verdict,
        SplitAudit splits,
        List<Evaluation> folds) {

    public ValidationReport {
        folds = List.copyOf(folds);
    }
}
