package io.tradewind.experiment.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.tradewind.contracts.experiment.ExperimentChanged.Variant;
import io.tradewind.experiment.definition.Design;
import io.tradewind.experiment.definition.Experiment;
import io.tradewind.experiment.ledger.Arm;
import io.tradewind.experiment.ledger.UnitArm;
import io.tradewind.experiment.statistics.ClusteredMean;
import io.tradewind.experiment.statistics.Interval;
import io.tradewind.experiment.statistics.Proportion;
import io.tradewind.experiment.statistics.SampleRatio;
import org.jspecify.annotations.Nullable;

/** Turns counts into tests and a conclusion. */
final class ResultsRules {

    static final String ACCURACY = "accuracy";
    static final String PNL = "pnl";

    private ResultsRules() {}

    /** Everything of one experiment that was counted; {@code byUnit} only where units are analysed. */
    record Counts(List<Arm> arms, List<UnitArm> byUnit, long contaminatedUnits) {}

    static ResultsView results(Experiment experiment, Counts counts) {
        Design design = experiment.design();
        UnitOfAnalysis analysis = UnitOfAnalysis.of(design.unit());
        List<Arm> arms = inOrder(design, counts.arms(), Arm::variant, Arm::empty);
        List<UnitArm> units = inOrder(design, counts.byUnit(), UnitArm::variant, UnitArm::empty);
        SampleRatio sampleRatio = SampleRatio.of(
                arms.stream().map(Arm::units).toList(),
                design.variants().stream().map(Variant::weight).toList());
        List<TestView> tests =
                switch (analysis) {
                    case PREDICTION -> tests(design, arms);
                    case UNIT -> clusteredTests(design, units);
                };
        List<Sample> samples =
                switch (analysis) {
                    case PREDICTION ->
                        arms.stream()
                                .map(arm -> new Sample(arm.variant(), arm.outcomes(), "outcomes"))
                                .toList();
                    case UNIT ->
                        units.stream()
                                .map(arm ->
                                        new Sample(arm.variant(), arm.profit().clusters(), "units with an outcome"))
                                .toList();
                };
        return new ResultsView(
                experiment.id(),
                design.name(),
                experiment.status(),
                experiment.phase(),
                design.primaryMetric(),
                analysis,
                design.minimumSampleSize(),
                design.significance(),
                variants(design, arms, analysis == UnitOfAnalysis.UNIT ? units : List.of()),
                counts.contaminatedUnits(),
                tests,
                sampleRatio,
                ConclusionRules.conclude(design, samples, tests, sampleRatio));
    }

    /** One for each variant, as the design lists them; empty ones for those that have met nobody. */
    private static <A> List<A> inOrder(
            Design design, List<A> counted, Function<A, String> variant, Function<String, A> empty) {
        Map<String, A> byVariant = counted.stream().collect(Collectors.toMap(variant, Function.identity()));
        return design.variants().stream()
                .map(Variant::name)
                .map(name -> byVariant.getOrDefault(name, empty.apply(name)))
                .toList();
    }

    private static List<VariantView> variants(Design design, List<Arm> arms, List<UnitArm> units) {
        double confidence = 1 - design.significance();
        List<VariantView> views = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            Arm arm = arms.get(i);
            Interval interval = units.isEmpty()
                    ? interval(arm.accuracy(), confidence)
                    : interval(units.get(i).accuracy(), confidence);
            views.add(VariantView.of(design.variants().get(i), arm, interval));
        }
        return views;
    }

    private static @Nullable Interval interval(Proportion accuracy, double confidence) {
        return accuracy.trials() == 0 ? null : accuracy.interval(confidence);
    }

    private static @Nullable Interval interval(ClusteredMean accuracy, double confidence) {
        if (accuracy.clusters() < 2) {
            return null;
        }
        Interval interval = accuracy.interval(confidence);
        return new Interval(Math.max(0, interval.lower()), Math.min(1, interval.upper()));
    }

    /** Each of several treatments is held to its share of the significance. */
    private static double confidence(Design design) {
        return 1 - design.significance() / design.treatments().size();
    }

    /** Accuracy and profit of every treatment against the control, where there is enough to compute them. */
    private static List<TestView> tests(Design design, List<Arm> arms) {
        double confidence = confidence(design);
        Arm control = arms.get(design.variants().indexOf(design.control()));
        List<TestView> tests = new ArrayList<>();
        for (Arm arm : arms) {
            if (arm == control || arm.outcomes() < 2 || control.outcomes() < 2) {
                continue;
            }
            if (arm.accuracy().trials() > 0 && control.accuracy().trials() > 0) {
                tests.add(TestView.of(
                        ACCURACY, "chi-square", arm.variant(), arm.accuracy().against(control.accuracy(), confidence)));
            }
            tests.add(TestView.of(PNL, "welch-t", arm.variant(), arm.profit().against(control.profit(), confidence)));
        }
        return tests;
    }

    /** The same between units, whose predictions are not independent of each other. */
    private static List<TestView> clusteredTests(Design design, List<UnitArm> arms) {
        double confidence = confidence(design);
        UnitArm control = arms.get(design.variants().indexOf(design.control()));
        List<TestView> tests = new ArrayList<>();
        for (UnitArm arm : arms) {
            if (arm == control) {
                continue;
            }
            clustered(ACCURACY, arm.variant(), arm.accuracy(), control.accuracy(), confidence)
                    .ifPresent(tests::add);
            clustered(PNL, arm.variant(), arm.profit(), control.profit(), confidence)
                    .ifPresent(tests::add);
        }
        return tests;
    }

    private static Optional<TestView> clustered(
            String metric, String treatment, ClusteredMean mean, ClusteredMean control, double confidence) {
        return mean.clusters() < 2 || control.clusters() < 2
                ? Optional.empty()
                : Optional.of(TestView.of(metric, "clustered-t", treatment, mean.against(control, confidence)));
    }
}
