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
 * tell the direction alone, no training label may share a bar with a judged one, and a training as of an earlier moment must not
 * depend on later candles. For directional tasks; costs three trainings.
 */
public final class LeakCanaries {

    private static final double TELLING_AUC = 0.9;
    private static final double ERRORS = 3;
    /** The newest share of the candles is what the replay must not know. */
    private static final double HIDDEN = 0.1;

    private LeakCanaries() {}

    /** How a fold is trained and judged. */
    @FunctionalInterface
    interface Procedure {

        Evaluation evaluate(TrainingPlan plan, CandleSeries series, Material material, CancellationToken token);
    }

    /** What is under suspicion; the checks' own tests plant leaks in each part. */
    record Suspect(Function<Spans, Division> split, FeatureRows features, Procedure procedure) {}

    /** Checks the plan with its own chronological split. */
    public static LeakReport check(TrainingPlan plan, CandleSeries series, CancellationToken token) {
        return check(plan, series, token, chronological(plan));
    }

    /** Checks the plan with a split of the caller's own. */
    public static LeakReport check(
            TrainingPlan plan, CandleSeries series, CancellationToken token, Function<Spans, Division> split) {
        return check(plan, series, token, new Suspect(split, FeatureRows.COMPUTED, Trainer::evaluate));
    }

    static Function<Spans, Division> chronological(TrainingPlan plan) {
        return spans -> ChronologicalSplit.divide(spans, plan.trainShare(), plan.validationShare(), plan.embargoBars());
    }

    static LeakReport check(TrainingPlan plan, CandleSeries series, CancellationToken token, Suspect suspect) {
        if (!plan.task().directional()) {
            throw new IllegalArgumentException(
                    "leaks are looked for in forecasts of a direction, %s is none".formatted(plan.task()));
        }
        AtomicInteger overlapping = new AtomicInteger();
        Material material = Material.prepare(
                        plan,
                        series,
                        "checked",
                        spans -> {
                            Division division = suspect.split().apply(spans);
                            overlapping.set(LabelOverlap.count(division, spans));
                            return List.of(division);
                        },
                        suspect.features(),
                        series.size())
                .get(0);
        Evaluation permuted = suspect.procedure().evaluate(plan, series, permuted(material, plan.seed()), token);
        double auc = permuted.auc() == null ? Double.NaN : permuted.auc();
        // Standard error of an AUC of one half with classes of about equal size, widened for labels that overlap.
        double error = Math.sqrt(plan.horizonBars() / (3.0 * permuted.scoredRows()));
        int known = series.size() - (int) Math.ceil(HIDDEN * series.size());
        ReplayReport replay = TruncationReplay.check(plan, series, known, token, suspect.features());
        return new LeakReport(auc, ERRORS * error, overlapping.get(), telling(material.test()), replay);
    }

    /** Training and validation labels change places among themselves; test labels stay. */
    static Material permuted(Material material, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Material(
                material.features(),
                material.series(),
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
