package io.tradewind.learning.training;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.tradewind.learning.split.Division;
import io.tradewind.learning.split.Spans;
import io.tradewind.learning.split.SplitAudit;
import io.tradewind.learning.task.Task;
import io.tradewind.market.candle.CandleSeries;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** Each canary finds the leak planted for it and says nothing about an honest training. */
class LeakCanariesTest {

    private static final CandleSeries MARKET = Markets.synthetic(2500);
    private static final TrainingPlan PLAN = TrainingPlan.demo("XGBOOST")
            .features(List.of("log_return_1", "return_mean_5", "return_zscore_20", "volatility_20"))
            .epochs(40)
            .horizonBars(4)
            .build();

    private static LeakReport check(
            Function<Spans, Division> split, FeatureRows features, LeakCanaries.Procedure procedure) {
        return LeakCanaries.check(
                PLAN, MARKET, new CancellationToken(), new LeakCanaries.Suspect(split, features, procedure));
    }

    @Test
    void anHonestPlanIsClean() {
        // When
        LeakReport report = LeakCanaries.check(PLAN, MARKET, new CancellationToken());

        // Then
        assertThat(report.clean()).isTrue();
        assertThat(report.overlappingLabels()).isZero();
        assertThat(report.telling()).isEmpty();
        assertThat(report.replay().clean()).isTrue();
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
    void aTrainingThatFitsWhatJudgesItRaisesTheAlarm() {
        // When: labels of training rows were permuted, but the model is fitted on the test rows
        LeakReport report = check(
                LeakCanaries.chronological(PLAN),
                FeatureRows.COMPUTED,
                (plan, series, material, token) -> Trainer.evaluate(
                        plan,
                        series,
                        new Material(
                                material.features(),
                                material.series(),
                                material.test().moving(),
                                material.validation(),
                                material.test(),
                                material.audit()),
                        token));

        // Then
        assertThat(report.permutedAuc()).isGreaterThan(0.5 + report.permutedLimit());
        assertThat(report.clean()).isFalse();
    }

    @Test
    void aFeatureThatKnowsTheAnswerRaisesTheAlarm() {
        // When: one feature is the return of the four bars to come
        LeakReport report = check(
                LeakCanaries.chronological(PLAN), planted((series, row) -> future(series, row, 4)), Trainer::evaluate);

        // Then
        assertThat(report.telling()).extracting(LeakReport.Telling::feature).containsExactly("volatility_20");
        assertThat(report.telling().get(0).auc()).isEqualTo(1);
        assertThat(report.clean()).isFalse();
    }

    @Test
    void anUndefinedMeasurementIsNotClean() {
        ReplayReport replay = new ReplayReport(100, List.of(), 0, true, 0);

        assertThat(new LeakReport(0.5, 0.05, 0, List.of(), replay).clean()).isTrue();
        assertThat(new LeakReport(Double.NaN, 0.05, 0, List.of(), replay).clean())
                .isFalse();
        assertThat(new ReplayReport(100, List.of(), 0, true, Double.NaN).clean())
                .isFalse();
    }

    @Test
    void onlyDirectionsCanBeChecked() {
        TrainingPlan patterns =
                TrainingPlan.builder("MLP").task(Task.PATTERNS).window(2).build();

        assertThatThrownBy(() -> LeakCanaries.check(patterns, MARKET, new CancellationToken()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("leaks are looked for in forecasts of a direction, PATTERNS is none");
    }

    @Test
    void aTrainingAsOfAMomentDoesNotDependOnLaterCandles() {
        for (int known : new int[] {700, 1333, 2499}) {
            // When
            ReplayReport replay = TruncationReplay.check(PLAN, MARKET, known, new CancellationToken());

            // Then
            assertThat(replay.changedFeatures()).isEmpty();
            assertThat(replay.changedSamples()).isZero();
            assertThat(replay.sameModel()).isTrue();
            assertThat(replay.largestDifference()).isZero();
        }
    }

    @Test
    void networksReplayToo() {
        TrainingPlan network = TrainingPlan.builder("LSTM")
                .hyperparameters(Map.of("units", List.of(4), "denseUnits", 4))
                .features(List.of("log_return_1", "return_zscore_20"))
                .window(4)
                .epochs(1)
                .build();

        assertThat(TruncationReplay.check(network, MARKET, 1500, new CancellationToken())
                        .clean())
                .isTrue();
    }

    @Test
    void replayFindsAFeatureThatLooksAheadByASingleBar() {
        // When: too weak a leak for any score
        ReplayReport replay = TruncationReplay.check(
                PLAN,
                MARKET,
                1500,
                new CancellationToken(),
                planted((series, row) -> row % 50 == 49 ? future(series, row, 1) : 0));

        // Then: only the last known row lacks the bar after it
        assertThat(replay.changedFeatures()).containsExactly(new ReplayReport.ChangedFeature("volatility_20", 1499, 1));
        assertThat(replay.clean()).isFalse();
    }

    @Test
    void replayFindsAScalerThatSawEverything() {
        // When: a feature scaled by the mean of the whole series
        ReplayReport replay = TruncationReplay.check(PLAN, MARKET, 1500, new CancellationToken(), (set, series) -> {
            float[] rows = FeatureRows.COMPUTED.of(set, series);
            double mean = IntStream.range(0, series.size())
                    .mapToDouble(series::close)
                    .average()
                    .orElseThrow();
            for (int row = 0; row < series.size(); row++) {
                rows[4 * row + 3] = (float) (series.close(row) / mean);
            }
            return rows;
        });

        // Then
        assertThat(replay.changedFeatures())
                .extracting(ReplayReport.ChangedFeature::feature, ReplayReport.ChangedFeature::rows)
                .containsExactly(tuple("volatility_20", 1500));
        assertThat(replay.sameModel()).isFalse();
    }

    @Test
    void replayRefusesMomentsOutsideTheSeries() {
        assertThatThrownBy(() -> TruncationReplay.check(PLAN, MARKET, 2500, new CancellationToken()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("known must be 1 to 2499 candles, was 2500");
    }

    private interface Planted {
        double at(CandleSeries series, int row);
    }

    /** The real features with the last one replaced. */
    private static FeatureRows planted(Planted leak) {
        return (set, series) -> {
            float[] rows = FeatureRows.COMPUTED.of(set, series);
            for (int row = 0; row < series.size(); row++) {
                rows[4 * row + 3] = (float) leak.at(series, row);
            }
            return rows;
        };
    }

    private static double future(CandleSeries series, int row, int bars) {
        int last = Math.min(series.size() - 1, row + bars);
        return series.close(last) / series.close(row) - 1;
    }
}
