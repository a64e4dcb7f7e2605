package io.tradewind.experiment.results;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.tradewind.contracts.experiment.RandomisationUnit;
import io.tradewind.experiment.definition.Design;
import io.tradewind.experiment.statistics.SampleRatio;
import org.jspecify.annotations.Nullable;

/**
 * Says who won, or why nobody did. Health comes first: a broken split or a small sample concludes nothing. With several
 * treatments each is held to the significance divided by their number (Bonferroni).
 *
 * <p>The tests have a fixed horizon: looking often and stopping at the first significant result finds winners where there
 * are none.
 */
final class ConclusionRules {

    private static final Map<Character, Duration> UNITS = Map.of(
            'm', Duration.ofMinutes(1), 'h', Duration.ofHours(1), 'd', Duration.ofDays(1), 'w', Duration.ofDays(7));

    private ConclusionRules() {}

    static Conclusion conclude(Design design, List<Sample> samples, List<TestView> tests, SampleRatio sampleRatio) {
        if (sampleRatio.mismatch()) {
            return open(String.format(
                    Locale.ROOT,
                    "Do not decide: units did not arrive in the arms as weighted (p = %.2g). Find out why first.",
                    sampleRatio.pValue()));
        }
        Optional<Sample> small = samples.stream()
                .filter(sample -> sample.size() < design.minimumSampleSize())
                .findFirst();
        if (small.isPresent()) {
            return open("Keep going: " + small.get().variant() + " has "
                    + small.get().size() + " of " + design.minimumSampleSize() + ' '
                    + small.get().what() + '.');
        }
        return decide(design, tests);
    }

    private static Conclusion decide(Design design, List<TestView> tests) {
        double limit = design.significance() / design.treatments().size();
        List<TestView> primary = tests.stream()
                .filter(test -> test.metric().equals(design.primaryMetric().wireName()))
                .toList();
        Optional<TestView> best = primary.stream()
                .filter(test -> test.pValue() < limit && test.effect() > 0)
                .max(Comparator.comparingDouble(TestView::effect));
        if (best.isPresent()) {
            return won(design, tests, best.get());
        }
        boolean controlBeatsAll =
                !primary.isEmpty() && primary.stream().allMatch(test -> test.pValue() < limit && test.effect() < 0);
        return controlBeatsAll ? kept(design, tests, primary) : undecided(design, primary);
    }

    private static Conclusion won(Design design, List<TestView> tests, TestView test) {
        return new Conclusion(
                Winner.TREATMENT,
                test.treatment(),
                1 - test.pValue(),
                "Ship " + test.treatment() + ": its " + test.metric() + " is higher than that of "
                        + design.control().name() + ".",
                test.relativeEffect(),
                test.effect(),
                annualImpact(design, tests, test.treatment()));
    }

    private static Conclusion kept(Design design, List<TestView> tests, List<TestView> primary) {
        TestView closest = primary.stream()
                .max(Comparator.comparingDouble(TestView::effect))
                .orElseThrow();
        return new Conclusion(
                Winner.CONTROL,
                design.control().name(),
                1 - closest.pValue(),
                "Keep " + design.control().name() + ": every treatment is worse on " + closest.metric() + ".",
                closest.relativeEffect(),
                closest.effect(),
                annualImpact(design, tests, closest.treatment()));
    }

    private static Conclusion undecided(Design design, List<TestView> primary) {
        Optional<TestView> found = primary.stream().min(Comparator.comparingDouble(TestView::pValue));
        if (found.isEmpty()) {
            return open("Nothing to compare: an arm never took a side.");
        }
        TestView nearest = found.get();
        return new Conclusion(
                Winner.INCONCLUSIVE,
                null,
                1 - nearest.pValue(),
                String.format(
                        Locale.ROOT,
                        "No difference in %s was shown (p = %.3f). Keep %s, or plan a larger experiment.",
                        nearest.metric(),
                        nearest.pValue(),
                        design.control().name()),
                nearest.relativeEffect(),
                nearest.effect(),
                null);
    }

    private static Conclusion open(String recommendation) {
        return new Conclusion(Winner.INCONCLUSIVE, null, 0, recommendation, null, null, null);
    }

    private static @Nullable Double annualImpact(Design design, List<TestView> tests, String treatment) {
        String timeframe = design.timeframe();
        if (design.unit() != RandomisationUnit.CANDLE || timeframe == null) {
            return null;
        }
        double candlesPerYear = (double) Duration.ofDays(365).toMillis() / millis(timeframe);
        return tests.stream()
                .filter(test -> test.metric().equals(ResultsRules.PNL)
                        && test.treatment().equals(treatment))
                .map(test -> test.effect() * candlesPerYear)
                .findFirst()
                .orElse(null);
    }

    /** Length of a timeframe such as {@code 15m} or {@code 1h}. */
    private static long millis(String timeframe) {
        Duration unit = UNITS.get(timeframe.charAt(timeframe.length() - 1));
        return unit.multipliedBy(Long.parseLong(timeframe.substring(0, timeframe.length() - 1)))
                .toMillis();
    }
}
