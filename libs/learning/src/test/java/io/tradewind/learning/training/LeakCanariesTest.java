package io.tradewind.learning.training;

import java.util.stream.IntStream;

import io.tradewind.learning.split.Division;
import io.tradewind.learning.split.SplitAudit;
import io.tradewind.market.candle.CandleSeries;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LeakCanariesTest {

    private static final CandleSeries MARKET = Markets.synthetic(2500);
    private static final TrainingPlan PLAN =
            TrainingPlan.demo("XGBOOST").epochs(40).horizonBars(4).build();

    @Test
    void anHonestPlanIsClean() {
        // When
        LeakReport report = LeakCanaries.check(PLAN, MARKET, new CancellationToken());

        // Then
        assertThat(report.clean()).isTrue();
        assertThat(report.overlappingLabels()).isZero();
        assertThat(report.telling()).isEmpty();
    }

    @Test
    void aShuffledSplitRaisesTheAlarm() {
        // When: every third sample judges, its neighbours train
        LeakReport report = LeakCanaries.check(PLAN, MARKET, new CancellationToken(), spans -> {
            int[] training = pick(spans.size(), 0);
            int[] validation = pick(spans.size(), 1);
            int[] test = pick(spans.size(), 2);
            return new Division(training, validation, test, new SplitAudit.Fold("shuffled", 0, 0, 0, 0, 0, 0));
        });

        // Then
        assertThat(report.overlappingLabels()).isGreaterThan(500);
        assertThat(report.clean()).isFalse();
    }

    private static int[] pick(int size, int remainder) {
        return IntStream.range(0, size).filter(i -> i % 3 == remainder).toArray();
    }

    @Test
    void aFeatureThatKnowsTheAnswerRaisesTheAlarm() {
        LeakReport report =
                new LeakReport(0.5, 0.05, 0, java.util.List.of(new LeakReport.Telling("next_return", 0.99)));

        assertThat(report.clean()).isFalse();
        assertThat(new LeakReport(Double.NaN, 0.05, 0, java.util.List.of()).clean())
                .isFalse();
    }
}
