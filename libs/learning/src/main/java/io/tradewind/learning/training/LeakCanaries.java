package io.tradewind.learning.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.tradewind.learning.dataset.Dataset;
import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.evaluation.Evaluation;
import io.tradewind.learning.evaluation.Ranking;
import io.tradewind.learning.split.ChronologicalSplit;
import io.tradewind.learning.split.Division;
import io.tradewind.learning.split.LabelOverlap;
import io.tradewind.learning.split.Spans;
import io.tradewind.market.candle.CandleSeries;

/**
 * Looks for what makes a model seem to know the future: labels permuted among training rows must score like chance, no feature may
 * tell the direction alone, and no training label may share a bar with a judged one. It cannot see a leak that is small; features
 * have their own truncation tests where they are computed.
 */
public final class LeakCanaries {

    private static final double TELLING_AUC = 0.9;
    private static final double ERRORS = 3;

    private LeakCanaries() {}

    /** Checks the plan with its own chronological split. */
    public static LeakReport check(TrainingPlan plan, CandleSeries series, CancellationToken token) {
        return check(
                plan,
                series,
                token,
                spans -> ChronologicalSplit.divide(
                        spans, plan.trainShare(), plan.validationShare(), plan.embargoBars()));
    }

    /** Checks the plan with a split of the caller's own. */
    public static LeakReport check(
            TrainingPlan plan, CandleSeries series, CancellationToken token, Function<Spans, Division> split) {
        AtomicInteger overlapping = new AtomicInteger();
        Material material = Material.prepare(plan, series, "checked", spans -> {
                    Division division = split.apply(spans);
                    overlapping.set(LabelOverlap.count(division, spans));
                    return List.of(division);
                })
                .get(0);
        Evaluation permuted = Trainer.evaluate(plan, series, permuted(material, plan.seed()), token);
        double auc = permuted.auc() == null ? Double.NaN : permuted.auc();
        // Standard error of an AUC of one half with classes of about equal size, widened for labels that overlap.
        double error = Math.sqrt(plan.horizonBars() / (3.0 * permuted.scoredRows()));
        return new LeakReport(auc, ERRORS * error, overlapping.get(), telling(material.test()));
    }

    /** Training and validation labels change places among themselves; test labels stay. */
    private static Material permuted(Material material, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Material(
                material.features(),
                shuffled(material.training(), random),
                shuffled(material.validation(), random),
                material.test(),
                material.audit());
    }

    private static Samples shuffled(Samples samples, SplittableRandom random) {
        Dataset data = samples.data();
        double[] targets = data.targets().values().clone();
        int width = data.targets().width();
        int[] ends = samples.ends();
        for (int i = ends.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            for (int column = 0; column < width; column++) {
                double kept = targets[ends[i] * width + column];
                targets[ends[i] * width + column] = targets[ends[other] * width + column];
                targets[ends[other] * width + column] = kept;
            }
        }
        return new Samples(data.with(data.targets().with(targets)), ends);
    }

    private static List<LeakReport.Telling> telling(Samples test) {
        Samples moving = test.moving();
        boolean[] up = new boolean[moving.size()];
        for (int i = 0; i < up.length; i++) {
            up[i] = moving.direction(i) == 1;
        }
        List<LeakReport.Telling> telling = new ArrayList<>();
        for (int feature = 0; feature < moving.data().features(); feature++) {
            double auc = Ranking.auc(moving.newest(feature), up);
            double better = Math.max(auc, 1 - auc);
            if (better > TELLING_AUC) {
                telling.add(new LeakReport.Telling(moving.data().featureNames().get(feature), better));
            }
        }
        return telling;
    }
}
