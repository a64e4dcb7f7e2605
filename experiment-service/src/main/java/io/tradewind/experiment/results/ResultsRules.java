package io.tradewind.experiment.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.tradewind.contracts.experiment.ExperimentChanged.Variant;
import io.tradewind.experiment.definition.Design;
import io.tradewind.experiment.definition.Experiment;
import io.tradewind.experiment.ledger.Arm;
import io.tradewind.experiment.statistics.SampleRatio;

/** Turns counts into tests and a conclusion. */
final class ResultsRules {

    static final String ACCURACY = "accuracy";
    static final String PNL = "pnl";

    private ResultsRules() {}

    static ResultsView results(Experiment experiment, List<Arm> counted, long contaminatedUnits) {
        Design design = experiment.design();
        Map<String, Arm> byVariant = counted.stream().collect(Collectors.toMap(Arm::variant, Function.identity()));
        List<Arm> arms = design.variants().stream()
                .map(variant -> byVariant.getOrDefault(variant.name(), Arm.empty(variant.name())))
                .toList();
        SampleRatio sampleRatio = SampleRatio.of(
                arms.stream().map(Arm::units).toList(),
                design.variants().stream().map(Variant::weight).toList());
        List<TestView> tests = tests(design, arms);
        return new ResultsView(
                experiment.id(),
                design.name(),
                experiment.status(),
                experiment.phase(),
                design.primaryMetric(),
                design.minimumSampleSize(),
                design.significance(),
                variants(design, arms),
                contaminatedUnits,
                tests,
                sampleRatio,
                ConclusionRules.conclude(design, arms, tests, sampleRatio));
    }

    private static List<VariantView> variants(Design design, List<Arm> arms) {
        List<VariantView> views = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            views.add(VariantView.of(design.variants().get(i), arms.get(i), 1 - design.significance()));
        }
        return views;
    }

    /** Accuracy and profit of every treatment against the control, where there is enough to compute them. */
    private static List<TestView> tests(Design design, List<Arm> arms) {
        double confidence = 1 - design.significance() / design.treatments().size();
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
}
