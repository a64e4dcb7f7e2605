package io.tradewind.learning.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.tradewind.learning.architecture.ArchitectureCatalogue;
import io.tradewind.learning.architecture.Family;
import io.tradewind.learning.task.Task;
import io.tradewind.market.candle.CandleSeries;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every architecture the catalogue offers is trained, exported, checked against what was trained, and judged. */
class ArchitecturesTest {

    private static final CandleSeries MARKET = Markets.synthetic(2500);

    record Offer(String architecture, Map<String, Object> hyperparameters, Task task, List<Integer> horizons) {

        Offer(String architecture, Map<String, Object> hyperparameters, Task task) {
            this(architecture, hyperparameters, task, List.of(1));
        }
    }

    static Stream<Offer> offers() {
        Stream<Offer> all = ArchitectureCatalogue.all().stream()
                .filter(definition -> definition.tasks().contains(Task.DIRECTION))
                .map(definition -> new Offer(definition.name(), tiny(definition.name()), Task.DIRECTION));
        return Stream.concat(
                all,
                Stream.of(
                        new Offer("LSTM", with("LSTM", "bidirectional", true), Task.DIRECTION),
                        new Offer("LSTM", with("LSTM", "attention", true), Task.DIRECTION),
                        new Offer("GRU", with(with("GRU", "attention", true), "bidirectional", true), Task.RETURN),
                        new Offer("CNN", with("CNN", "pooling", "average"), Task.DIRECTION),
                        new Offer("TRANSFORMER", with("TRANSFORMER", "positionalEncoding", false), Task.RETURN),
                        new Offer("MLP", tiny("MLP"), Task.RETURN),
                        new Offer("MLP", tiny("MLP"), Task.THREE_WAY_DIRECTION),
                        new Offer("MLP", tiny("MLP"), Task.RETURN, List.of(1, 4, 2)),
                        new Offer("MLP", tiny("MLP"), Task.PATTERNS),
                        new Offer("XGBOOST", tiny("XGBOOST"), Task.THREE_WAY_DIRECTION),
                        new Offer("LIGHTGBM", tiny("LIGHTGBM"), Task.THREE_WAY_DIRECTION),
                        new Offer("RANDOM_FOREST", tiny("RANDOM_FOREST"), Task.THREE_WAY_DIRECTION),
                        new Offer("LIGHTGBM", tiny("LIGHTGBM"), Task.RETURN),
                        new Offer("RANDOM_FOREST", tiny("RANDOM_FOREST"), Task.RETURN)));
    }

    private static Map<String, Object> tiny(String architecture) {
        return switch (architecture) {
            case "LSTM", "GRU" -> Map.of("units", List.of(6, 5), "denseUnits", 4);
            case "CNN" -> Map.of("filters", List.of(6, 8, 8, 8), "denseUnits", 4);
            case "TRANSFORMER" -> Map.of("modelDimension", 8, "heads", 2, "keyDimension", 4, "feedForward", 8);
            case "MLP" -> Map.of("units", List.of(8));
            default -> Map.of("preset", "small");
        };
    }

    private static Map<String, Object> with(String architecture, String name, Object value) {
        return with(tiny(architecture), name, value);
    }

    private static Map<String, Object> with(Map<String, Object> values, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(values);
        changed.put(name, value);
        return changed;
    }

    @ParameterizedTest
    @MethodSource("offers")
    void trainsExportsAndForecasts(Offer offer) {
        // Given
        boolean network = ArchitectureCatalogue.get(offer.architecture()).family() == Family.NETWORK;
        TrainingPlan plan = TrainingPlan.builder(offer.architecture())
                .hyperparameters(offer.hyperparameters())
                .task(offer.task())
                .horizons(offer.horizons())
                .deadBand(offer.task() == Task.THREE_WAY_DIRECTION ? 0.002 : 0)
                .features(List.of("log_return_1", "return_mean_5", "return_zscore_20", "volatility_20"))
                .window(network ? 8 : 2)
                .epochs(network ? 4 : 40)
                .learningRate(network ? 0.01 : 0.1)
                .build();

        // When
        TrainingResult result = Trainer.train(plan, MARKET, ProgressListener.NONE, new CancellationToken());

        // Then
        assertThat(result.evaluation().rows()).isGreaterThan(300);
        if (offer.task() == Task.DIRECTION || offer.task() == Task.RETURN) {
            assertThat(result.evaluation().directionalAccuracy()).isGreaterThan(0.5);
        }
        assertThat(result.manifest().outputNames()).isEqualTo(offer.task().outputNames(offer.horizons()));
        assertThat(result.reference().features()).hasSize(4);
        assertThat(result.importance().features()).hasSize(4);
    }
}
