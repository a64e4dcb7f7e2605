package io.tradewind.learning.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the labels' spans, nothing fitted ever knows a bar that judges it. */
class SplitPropertiesTest {

    private static final double VALIDATION_SHARE = 0.2;

    /** Samples with gaps between them and labels of random lengths. */
    @Provide
    Arbitrary<Spans> spans() {
        Arbitrary<List<Integer>> gaps =
                Arbitraries.integers().between(1, 3).list().ofMinSize(30).ofMaxSize(150);
        return Combinators.combine(gaps, Arbitraries.integers().between(1, 12)).as((steps, longest) -> {
            int[] starts = new int[steps.size()];
            int[] ends = new int[steps.size()];
            int row = 0;
            for (int i = 0; i < starts.length; i++) {
                row += steps.get(i);
                starts[i] = row;
                ends[i] = row + 1 + (i * 7 + row) % longest;
            }
            return new Spans(starts, ends);
        });
    }

    @Property(tries = 150)
    void chronologicalPartsKnowNothingOfTheNext(@ForAll("spans") Spans spans, @ForAll @IntRange(max = 10) int embargo) {
        Division division = ChronologicalSplit.divide(spans, 0.7, 0.15, embargo);

        assertHonest(division, spans, embargo);
        assertThat(max(division.training(), spans.ends())).isLessThan(min(division.validation(), spans.starts()));
    }

    @Property(tries = 150)
    void walkForwardNeverLooksAhead(
            @ForAll("spans") Spans spans,
            @ForAll WalkForwardSplit.Window window,
            @ForAll @IntRange(min = 1, max = 9) int test,
            @ForAll @IntRange(max = 6) int embargo) {
        List<Division> folds = WalkForwardSplit.divide(
                spans, window, new WalkForwardSplit.Sizes(15, test, test, VALIDATION_SHARE), embargo);

        List<Integer> judged = new ArrayList<>();
        for (Division fold : folds) {
            assertHonest(fold, spans, embargo);
            assertThat(max(fold.training(), spans.ends()) + embargo).isLessThan(min(fold.test(), spans.starts()));
            if (window == WalkForwardSplit.Window.ROLLING) {
                assertThat(fold.audit().candidates()).isEqualTo(15);
            }
            IntStream.of(fold.test()).forEach(judged::add);
        }
        assertThat(judged).isEqualTo(IntStream.range(15, spans.size()).boxed().toList());
    }

    @Property(tries = 100)
    void purgedFoldsShareNoBarWithWhatJudgesThem(
            @ForAll("spans") Spans spans,
            @ForAll @IntRange(min = 3, max = 6) int groups,
            @ForAll @IntRange(min = 1, max = 2) int testGroups,
            @ForAll @IntRange(max = 6) int embargo) {
        List<Division> folds = PurgedSplit.combinatorial(spans, groups, testGroups, embargo, VALIDATION_SHARE);

        assertThat(folds).hasSize(testGroups == 1 ? groups : groups * (groups - 1) / 2);
        folds.forEach(fold -> assertHonest(fold, spans, embargo));
    }

    @Example
    void embargoCountsFromTheLastJudgedLabel() {
        // Given: labels two rows long, groups of five, the middle one judges rows 5 to 9 and labels up to 11
        int[] starts = IntStream.range(0, 15).toArray();
        Spans spans =
                new Spans(starts, Arrays.stream(starts).map(row -> row + 2).toArray());

        // When
        Division fold = PurgedSplit.kFold(spans, 3, 2, 0).get(1);

        // Then
        assertThat(fold.training()).containsExactly(0, 1, 2, 14);
        assertThat(fold.audit()).isEqualTo(new SplitAudit.Fold("groups [1]", 10, 4, 2, 4, 0, 5));
    }

    @Example
    void aShuffledSplitIsFlagged() {
        int[] starts = IntStream.range(0, 100).toArray();
        Spans spans =
                new Spans(starts, Arrays.stream(starts).map(row -> row + 4).toArray());
        int[] even = IntStream.range(0, 50).map(i -> 2 * i).toArray();
        int[] odd = IntStream.range(0, 50).map(i -> 2 * i + 1).toArray();

        Division shuffled = new Division(even, new int[0], odd, new SplitAudit.Fold("", 0, 0, 0, 0, 0, 0));

        assertThat(LabelOverlap.count(shuffled, spans)).isEqualTo(50);
    }

    private static void assertHonest(Division division, Spans spans, int embargo) {
        assertThat(LabelOverlap.count(division, spans)).isZero();
        Set<Integer> seen = new HashSet<>();
        for (int[] part : List.of(division.training(), division.validation(), division.test())) {
            IntStream.of(part).forEach(i -> assertThat(seen.add(i)).isTrue());
        }
        SplitAudit.Fold audit = division.audit();
        assertThat(audit.candidates())
                .isEqualTo(audit.purged() + audit.embargoed() + audit.training() + audit.validation());
        assertThat(audit.training()).isEqualTo(division.training().length);
        assertThat(embargo == 0 ? audit.embargoed() : 0).isZero();
    }

    private static int max(int[] samples, int[] rows) {
        return IntStream.of(samples).map(i -> rows[i]).max().orElse(-100);
    }

    private static int min(int[] samples, int[] rows) {
        return IntStream.of(samples).map(i -> rows[i]).min().orElse(Integer.MAX_VALUE);
    }
}
