package io.tradewind.learning.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import io.tradewind.learning.evaluation.Evaluation;
import io.tradewind.learning.evaluation.FoldStatistics;
import io.tradewind.learning.evaluation.Verdict;
import io.tradewind.learning.split.Division;
import io.tradewind.learning.split.PurgedSplit;
import io.tradewind.learning.split.Spans;
import io.tradewind.learning.split.SplitAudit;
import io.tradewind.learning.split.WalkForwardSplit;
import io.tradewind.market.candle.CandleSeries;
import org.jspecify.annotations.Nullable;

/** Trains a plan anew on each fold of a split; scalers, calibrations and early stopping included. */
public final class Validator {

    private static final double VALIDATION_SHARE = 0.15;

    private Validator() {}

    /**
     * Walk-forward validation.
     *
     * @param initialShare share of the samples in the first training window
     * @param testShare share of the samples that each fold judges
     * @param stepShare share of the samples from fold to fold
     * @throws TrainingRefusedException if a fold has too few rows, with both numbers
     */
    public static ValidationReport walkForward(
            TrainingPlan plan,
            CandleSeries series,
            WalkForwardSplit.Window window,
            double initialShare,
            double testShare,
            double stepShare,
            CancellationToken token) {
        String method = "walk-forward-" + window.name().toLowerCase(Locale.ROOT);
        return validate(
                plan,
                series,
                token,
                method,
                spans -> WalkForwardSplit.divide(
                        spans,
                        window,
                        new WalkForwardSplit.Sizes(
                                (int) (spans.size() * initialShare),
                                (int) Math.ceil(spans.size() * testShare),
                                (int) Math.ceil(spans.size() * stepShare),
                                VALIDATION_SHARE),
                        plan.embargoBars()));
    }

    /** Purged k-fold validation; later folds train on the past as well as on the future of what they judge. */
    public static ValidationReport purgedKFold(
            TrainingPlan plan, CandleSeries series, int folds, CancellationToken token) {
        return validate(
                plan,
                series,
                token,
                "purged-k-fold",
                spans -> PurgedSplit.kFold(spans, folds, plan.embargoBars(), VALIDATION_SHARE));
    }

    /** Combinatorial purged cross-validation. */
    public static ValidationReport combinatorial(
            TrainingPlan plan, CandleSeries series, int groups, int testGroups, CancellationToken token) {
        return validate(
                plan,
                series,
                token,
                "combinatorial",
                spans -> PurgedSplit.combinatorial(spans, groups, testGroups, plan.embargoBars(), VALIDATION_SHARE));
    }

    private static ValidationReport validate(
            TrainingPlan plan,
            CandleSeries series,
            CancellationToken token,
            String method,
            Function<Spans, List<Division>> split) {
        List<Material> materials = Material.prepare(plan, series, method, split);
        List<Evaluation> evaluations = new ArrayList<>();
        List<SplitAudit.Fold> folds = new ArrayList<>();
        for (Material material : materials) {
            token.check();
            evaluations.add(Trainer.evaluate(plan, series, material, token));
            folds.addAll(material.audit().folds());
        }
        FoldStatistics accuracy = statistics(evaluations, evaluation -> value(evaluation.accuracy()));
        FoldStatistics edge = statistics(evaluations, evaluation -> value(evaluation.edge()));
        return new ValidationReport(
                method,
                accuracy,
                edge,
                Verdict.of(accuracy.mean(), accuracy.consistency()),
                new SplitAudit(method, Material.purgeBars(plan), plan.embargoBars(), folds),
                evaluations);
    }

    private static double value(@Nullable Double metric) {
        // A fold without one scored row says nothing good.
        return metric == null ? 0 : metric;
    }

    private static FoldStatistics statistics(List<Evaluation> evaluations, ToDoubleFunction<Evaluation> metric) {
        return FoldStatistics.of(evaluations.stream().mapToDouble(metric).toArray());
    }
}
