package io.tradewind.learning.training;

import java.util.List;
import java.util.Map;

import io.tradewind.learning.architecture.ArchitectureCatalogue;
import io.tradewind.learning.architecture.Family;
import io.tradewind.learning.evaluation.Evaluation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every architecture finds what is known to be in a market, and nothing where nothing is. Small models on six features, so that
 * all of them train within a minute; {@link KnownSignal} does the same with whole ones.
 */
class KnownSignalTest {

    private static final List<String> FEATURES =
            List.of("log_return_1", "return_lag_1", "return_lag_2", "return_lag_3", "ema_5_distance", "volatility_20");
    private static final int CANDLES = 20_000;
    private static final int FAIR_CANDLES = 10_000;
    private static final long MARKET = 1;

    private static TrainingPlan plan(String architecture) {
        TrainingPlan.Builder plan = TrainingPlan.builder(architecture)
                .hyperparameters(small(architecture))
                .features(FEATURES)
                // Thousands of test rows: the share recovered is a ratio of small differences.
                .split(0.5, 0.1, 0.4)
                .seed(1L);
        return ArchitectureCatalogue.get(architecture).family() == Family.NETWORK
                ? plan.window(8).epochs(8).learningRate(0.003).build()
                : plan.build();
    }

    private static Map<String, Object> small(String architecture) {
        return switch (architecture) {
            case "LSTM", "GRU" -> Map.of("units", List.of(16), "denseUnits", 8);
            case "CNN" -> Map.of("filters", List.of(8, 16), "denseUnits", 8);
            case "TRANSFORMER" ->
                Map.of("modelDimension", 16, "heads", 2, "keyDimension", 8, "feedForward", 32, "denseUnits", 8);
            case "MLP" -> Map.of("units", List.of(32, 16));
            default -> Map.of("preset", "small");
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"LSTM", "GRU", "CNN", "TRANSFORMER", "MLP", "XGBOOST", "LIGHTGBM", "RANDOM_FOREST", "ENSEMBLE"})
    void recoversFourFifthsOfTheAttainableEdge(String architecture) {
        // When
        KnownSignal.Recovery found = KnownSignal.recover(plan(architecture), MARKET, CANDLES);

        // Then
        assertThat(found.attainable()).isGreaterThan(0.57);
        assertThat(found.share()).as("%s", found).isGreaterThan(0.8);
        assertThat(found.accuracy() - found.majority()).isGreaterThan(3 * found.standardError());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"LSTM", "GRU", "CNN", "TRANSFORMER", "MLP", "XGBOOST", "LIGHTGBM", "RANDOM_FOREST", "ENSEMBLE"})
    void claimsNoEdgeWhereThereIsNone(String architecture) {
        // When
        Evaluation evaluation = KnownSignal.withoutSignal(plan(architecture), MARKET, FAIR_CANDLES);

        // Then: three standard errors are what chance explains; one is what the gate asks at least
        assertThat(Math.abs(evaluation.edge())).isLessThanOrEqualTo(3 * evaluation.edgeStandardError());
        assertThat(evaluation.gates().passed()).isFalse();
    }
}
