package io.tradewind.monitoring.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import io.tradewind.contracts.prediction.Direction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class TallyPropertyTest {

    private static final WindowKey WINDOW = new WindowKey(new Cohort(new UUID(0, 1), 1, ""), 0);

    @Property(tries = 100)
    void neitherOrderNorBatchesShowInAnyFigure(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 200) int size,
            @ForAll @IntRange(min = 1, max = 9) int parts) {
        // Given
        Random random = new Random(seed);
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            judgements.add(judgement(random));
        }
        Tally inOrder = new Tally();
        judgements.forEach(one -> count(inOrder, one));

        // When
        Collections.shuffle(judgements, random);
        Tally[] batches = new Tally[parts];
        for (int i = 0; i < parts; i++) {
            batches[i] = new Tally();
        }
        judgements.forEach(one -> count(batches[random.nextInt(parts)], one));
        Tally merged = new Tally();
        for (Tally batch : batches) {
            merged.merge(batch);
        }

        // Then: to the last bit
        assertThat(PerformanceRules.performance(merged, EquityCurve.EMPTY))
                .isEqualTo(PerformanceRules.performance(inOrder, EquityCurve.EMPTY));
    }

    private static void count(Tally tally, Judgement judgement) {
        tally.count(judgement.confidence(), Math.round(judgement.confidence() * 9_000));
        tally.count(judgement);
    }

    private static Judgement judgement(Random random) {
        Direction[] directions = Direction.values();
        Direction predicted = directions[random.nextInt(3)];
        BigDecimal profit = predicted == Direction.FLAT ? BigDecimal.ZERO : Tally.exact(random.nextGaussian() / 30);
        return new Judgement(
                WINDOW,
                new Bar(3_600_000, 0),
                1,
                predicted,
                directions[random.nextInt(3)],
                random.nextDouble(),
                profit);
    }
}
