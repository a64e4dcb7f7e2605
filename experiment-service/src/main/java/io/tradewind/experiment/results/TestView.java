package io.tradewind.experiment.results;

import io.tradewind.experiment.statistics.Comparison;
import io.tradewind.experiment.statistics.Interval;
import org.jspecify.annotations.Nullable;

/** One test of one treatment against the control. */
public record TestView(
        String metric,
        String test,
        String treatment,
        double statistic,
        double degreesOfFreedom,
        double pValue,
        double effect,
        @Nullable Double relativeEffect,
        Interval interval) {

    static TestView of(String metric, String test, String treatment, Comparison comparison) {
        return new TestView(
                metric,
                test,
                treatment,
                comparison.statistic(),
                comparison.degreesOfFreedom(),
                comparison.pValue(),
                comparison.effect(),
                comparison.relativeEffect(),
                comparison.interval());
    }
}
