package io.tradewind.learning.training;

import java.util.List;
import java.util.Map;

import io.tradewind.market.candle.CandleSeries;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the test rows hold, everything that is fitted comes out the same. */
class NothingSeesTestRowsTest {

    private static final CandleSeries MARKET = Markets.synthetic(1500);

    private static TrainingPlan plan(String architecture) {
        boolean network = architecture.equals("GRU");
        return TrainingPlan.builder(architecture)
                .hyperparameters(network ? Map.of("units", List.of(4), "denseUnits", 4) : Map.of("preset", "small"))
                .features(List.of("log_return_1", "return_mean_5", "volatility_20"))
                .window(network ? 4 : 1)
                .horizonBars(3)
                .epochs(network ? 2 : 20)
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GRU", "XGBOOST", "LIGHTGBM"})
    void poisonedTestRowsChangeNothingButTheJudgement(String architecture) {
        // Given: from the first judged row on, another market
        TrainingPlan plan = plan(architecture);
        int from = Material.prepare(plan, MARKET).test().end(0);
        CandleSeries poisoned = poisoned(from);

        // When
        TrainingResult clean = train(plan, MARKET);
        TrainingResult changed = train(plan, poisoned);

        // Then
        assertThat(changed.model()).isEqualTo(clean.model());
        assertThat(changed.manifest().scaler()).isEqualTo(clean.manifest().scaler());
        assertThat(changed.manifest().calibration()).isEqualTo(clean.manifest().calibration());
        assertThat(changed.manifest().label()).isEqualTo(clean.manifest().label());
        assertThat(changed.reference()).isEqualTo(clean.reference());
        assertThat(changed.importance()).isEqualTo(clean.importance());
        assertThat(changed.evaluation()).isNotEqualTo(clean.evaluation());
    }

    private static TrainingResult train(TrainingPlan plan, CandleSeries series) {
        return Trainer.train(plan, series, ProgressListener.NONE, new CancellationToken());
    }

    private static CandleSeries poisoned(int from) {
        CandleSeries.Builder builder = CandleSeries.builder(MARKET.symbol(), MARKET.timeframe());
        for (int row = 0; row < MARKET.size(); row++) {
            double factor = row < from ? 1 : 3 + Math.sin(row);
            builder.add(
                    MARKET.openTime(row),
                    factor * MARKET.open(row),
                    factor * MARKET.high(row),
                    factor * MARKET.low(row),
                    factor * MARKET.close(row),
                    MARKET.volume(row));
        }
        return builder.build();
    }
}
