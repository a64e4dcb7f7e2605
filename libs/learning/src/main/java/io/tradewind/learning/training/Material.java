package io.tradewind.learning.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

import io.tradewind.learning.dataset.Dataset;
import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.dataset.Targets;
import io.tradewind.learning.split.ChronologicalSplit;
import io.tradewind.learning.split.Division;
import io.tradewind.learning.split.Spans;
import io.tradewind.learning.split.SplitAudit;
import io.tradewind.learning.task.Task;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.feature.FeatureSet;

/**
 * What a training works on: samples in time order, divided, with the labels the task wants.
 *
 * @param training what the model is fitted on; for classes without rows in the dead band
 * @param validation likewise
 * @param test every row, so that trading is judged bar by bar
 */
record Material(
        FeatureSet features,
        CandleSeries series,
        Samples training,
        Samples validation,
        Samples test,
        SplitAudit audit) {

    private static final int FEWEST_TRAINING = 30;
    private static final int FEWEST_JUDGED = 10;

    /** The plan's own chronological split. */
    static Material prepare(TrainingPlan plan, CandleSeries series) {
        return prepare(
                        plan,
                        series,
                        "chronological",
                        spans -> List.of(ChronologicalSplit.divide(
                                spans, plan.trainShare(), plan.validationShare(), plan.embargoBars())))
                .get(0);
    }

    /** One material per division; the features are computed once. */
    static List<Material> prepare(
            TrainingPlan plan, CandleSeries series, String method, Function<Spans, List<Division>> split) {
        return prepare(plan, series, method, split, FeatureRows.COMPUTED, series.size());
    }

    /**
     * One material per division.
     *
     * @param known candles from the first on whose closes may be known to labels: samples that look further are left out
     */
    static List<Material> prepare(
            TrainingPlan plan,
            CandleSeries series,
            String method,
            Function<Spans, List<Division>> split,
            FeatureRows rows,
            int known) {
        FeatureSet features = TrainingPlan.CUSTOM.equals(plan.featureSet())
                ? FeatureSet.of(plan.featureNames())
                : FeatureSet.named(plan.featureSet());
        Samples all = candidates(plan, series, features, rows);
        Samples candidates = all.filter(i -> all.labelEnd(i) < known);
        require(plan, series, "", candidates.size(), FEWEST_TRAINING + 2 * FEWEST_JUDGED);
        Spans spans = new Spans(candidates.ends(), labelEnds(candidates));
        List<Material> materials = new ArrayList<>();
        for (Division division : split.apply(spans)) {
            Samples training = labelled(plan, part(candidates, division.training()));
            Samples validation = labelled(plan, part(candidates, division.validation()));
            Samples test = part(candidates, division.test());
            require(plan, series, "training ", training.size(), FEWEST_TRAINING);
            require(plan, series, "validation ", validation.size(), FEWEST_JUDGED);
            require(plan, series, "test ", test.size(), FEWEST_JUDGED);
            requireEveryClass(plan, training);
            SplitAudit audit = new SplitAudit(method, purgeBars(plan), plan.embargoBars(), List.of(division.audit()));
            materials.add(new Material(features, series, training, validation, test, audit));
        }
        return materials;
    }

    /** How far the furthest label looks; patterns look at nothing that comes later. */
    static int purgeBars(TrainingPlan plan) {
        return plan.task().multiLabel() ? 0 : Collections.max(plan.horizons());
    }

    private static Samples candidates(TrainingPlan plan, CandleSeries series, FeatureSet features, FeatureRows rows) {
        Targets targets = Targets.of(plan.task(), plan.horizons(), plan.deadBand(), series);
        Dataset data = new Dataset(features.names(), rows.of(features, series), targets, plan.window());
        boolean missingAllowed = Member.of(plan).stream().allMatch(Member::acceptsMissing);
        return Samples.candidates(data, features.warmupBars(), missingAllowed);
    }

    private static int[] labelEnds(Samples samples) {
        int[] ends = new int[samples.size()];
        Arrays.setAll(ends, samples::labelEnd);
        return ends;
    }

    private static Samples part(Samples all, int[] indices) {
        int[] ends = Arrays.stream(indices).map(all::end).toArray();
        return new Samples(all.data(), ends);
    }

    private static Samples labelled(TrainingPlan plan, Samples samples) {
        return plan.task() == Task.DIRECTION ? samples.moving() : samples;
    }

    /** Refuses too few samples of some part. */
    static void require(TrainingPlan plan, String part, int size) {
        if (size < FEWEST_TRAINING) {
            throw new TrainingRefusedException("%s needs at least %d %s, there are %d"
                    .formatted(plan.architecture(), FEWEST_TRAINING, part, size));
        }
    }

    private static void require(TrainingPlan plan, CandleSeries series, String part, int size, int fewest) {
        if (size < fewest) {
            throw new TrainingRefusedException(
                    "%s needs at least %d usable %srows, %d candles leave %d after warm-up, window, purge and dead band"
                            .formatted(plan.architecture(), fewest, part, series.size(), size));
        }
    }

    static void requireEveryClass(TrainingPlan plan, Samples training) {
        if (!plan.task().classification()) {
            return;
        }
        List<String> classes = plan.task().outputNames();
        long[] counts = new long[classes.size()];
        for (int i = 0; i < training.size(); i++) {
            counts[training.classOf(i)]++;
        }
        if (Arrays.stream(counts).anyMatch(count -> count == 0)) {
            throw new TrainingRefusedException(
                    "training rows must show every class of %s, with a dead band of %s they are %s"
                            .formatted(classes, plan.deadBand(), Arrays.toString(counts)));
        }
    }

    /** Whether the training rows rise more often than they fall. */
    boolean majorityUp() {
        long ups = 0;
        for (int i = 0; i < training.size(); i++) {
            ups += training.returnAfter(i) > 0 ? 1 : 0;
        }
        return 2 * ups >= training.size();
    }
}
