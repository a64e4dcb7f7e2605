package io.tradewind.contracts.experiment;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.sun.management.ThreadMXBean;
import io.tradewind.contracts.experiment.ExperimentChanged.Variant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class AssignmentsTest {

    private static ExperimentChanged experiment(String seed, double coverage, double... weights) {
        List<Variant> variants = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            variants.add(new Variant("v" + i, new UUID(0, i), null, weights[i], i == 0));
        }
        return new ExperimentChanged(
                new UUID(1, 1),
                "test",
                "alice",
                ExperimentStatus.RUNNING,
                RandomisationUnit.USER,
                seed,
                List.of(),
                null,
                1,
                coverage,
                variants,
                1,
                Instant.EPOCH);
    }

    @Property
    void givesAUnitTheSameArmEveryTime(@ForAll String seed, @ForAll @StringLength(min = 1, max = 40) String unit) {
        Optional<String> first = Assignments.variantFor(experiment(seed, 1, 0.2, 0.3, 0.5), unit);

        assertThat(Assignments.variantFor(experiment(seed, 1, 0.2, 0.3, 0.5), unit))
                .isEqualTo(first)
                .isPresent();
    }

    @Property
    void neverMovesAUnitToAnotherArmWhenCoverageChanges(
            @ForAll @StringLength(min = 1, max = 40) String unit,
            @ForAll @DoubleRange(min = 0, max = 1) double less,
            @ForAll @DoubleRange(min = 0, max = 1) double more) {
        Optional<String> covered = Assignments.variantFor(experiment("s", Math.min(less, more), 0.2, 0.3, 0.5), unit);
        Optional<String> wider = Assignments.variantFor(experiment("s", Math.max(less, more), 0.2, 0.3, 0.5), unit);

        covered.ifPresent(arm -> assertThat(wider).contains(arm));
    }

    /** Shares of 20,000 units stay within five standard deviations of a binomial: one false alarm in 1.7 million. */
    @Property(tries = 30)
    void sharesUnitsByWeight(@ForAll @IntRange(min = 1, max = 99) int percent, @ForAll @IntRange(min = 0) int seed) {
        double weight = percent / 100.0;
        ExperimentChanged experiment = experiment("exp-" + seed, 1, weight, 1 - weight);
        int units = 20_000;
        int first = 0;

        for (int i = 0; i < units; i++) {
            first += Assignments.indexFor(experiment, "user-" + i) == 0 ? 1 : 0;
        }

        double deviation = Math.sqrt(weight * (1 - weight) / units);
        assertThat((double) first / units).isCloseTo(weight, within(5 * deviation));
    }

    /** Ranges [0, .04), [.2, .26), [.5, .6) from GrowthBook's documentation, in the doubles it computes them in. */
    @Test
    void takesAShareOfEveryArmsRange() {
        ExperimentChanged experiment = experiment("s", 0.2, 0.2, 0.3, 0.5);

        for (int i = 0; i < 5_000; i++) {
            String unit = "u" + i;
            double place = BucketHash.bucket("s", unit) / 10_000.0;
            int expected = place < 0.2 * 0.2
                    ? 0
                    : place >= 0.2 && place < 0.2 + 0.2 * 0.3 ? 1 : place >= 0.5 && place < 0.5 + 0.2 * 0.5 ? 2 : -1;
            assertThat(Assignments.indexFor(experiment, unit)).as(unit).isEqualTo(expected);
        }
    }

    @Test
    void sharesEquallyWhereWeightsDoNotAddUp() {
        ExperimentChanged skewed = experiment("s", 1, 3, 1);
        ExperimentChanged equal = experiment("s", 1, 0.5, 0.5);

        for (int i = 0; i < 1_000; i++) {
            assertThat(Assignments.indexFor(skewed, "u" + i)).isEqualTo(Assignments.indexFor(equal, "u" + i));
        }
    }

    @Test
    void leavesOutAUnitWithoutAName() {
        assertThat(Assignments.variantFor(experiment("s", 1, 0.5, 0.5), "")).isEmpty();
        assertThat(Assignments.variantFor(experiment("s", 0, 0.5, 0.5), "u")).isEmpty();
    }

    @Test
    void allocatesNothing() {
        ExperimentChanged experiment = experiment("0d3b7a52-8f8f-4f0e-9a0c-1b2c3d4e5f60", 0.9, 0.25, 0.25, 0.5);
        String[] units = new String[1_000];
        for (int i = 0; i < units.length; i++) {
            units[i] = "BTCUSD|1h|" + (1_500_000_000_000L + 3_600_000L * i);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int sum = assignAll(experiment, units, 20);
        long before = threads.getCurrentThreadAllocatedBytes();

        sum += assignAll(experiment, units, 100);

        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(sum).isPositive();
        // 100,000 assignments; what the measurement itself allocates is far below a byte for each.
        assertThat(allocated).isLessThan(50_000);
    }

    private static int assignAll(ExperimentChanged experiment, String[] units, int rounds) {
        int sum = 0;
        for (int round = 0; round < rounds; round++) {
            for (String unit : units) {
                sum += Assignments.indexFor(experiment, unit) + 1;
            }
        }
        return sum;
    }
}
