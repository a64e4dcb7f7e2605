package io.tradewind.learning.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import io.tradewind.learning.fit.FitMonitor;
import io.tradewind.learning.fit.FitRequest;
import io.tradewind.learning.fit.FitSchedule;
import io.tradewind.learning.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TrainingLoopTest {

    private final Engine engine = Engine.getEngine("PyTorch");

    private static final class Watch implements FitMonitor {

        private final IntConsumer onEpoch;
        private int checks;
        private int allowedChecks = Integer.MAX_VALUE;
        private int epochs;

        Watch(IntConsumer onEpoch) {
            this.onEpoch = onEpoch;
        }

        @Override
        public void check() {
            checks++;
            if (checks > allowedChecks) {
                throw new CancellationException();
            }
        }

        @Override
        public void epoch(int epoch, double trainingLoss, double validationLoss, boolean best) {
            epochs = epoch;
            onEpoch.accept(epoch);
        }
    }

    private static Map<String, Object> small(String architecture) {
        return switch (architecture) {
            case "LSTM", "GRU" -> Map.of("units", List.of(6, 5), "bidirectional", true, "attention", true);
            case "CNN" -> Map.of("filters", List.of(6, 5));
            case "TRANSFORMER" -> Map.of("modelDimension", 8, "keyDimension", 4);
            default -> Map.of();
        };
    }

    private static FitRequest request(String architecture, int epochs, FitMonitor monitor) {
        return Requests.of(
                architecture, small(architecture), Task.DIRECTION, new FitSchedule(epochs, 16, 0.001, 100), monitor);
    }

    private TrainingLoop loop(Network network, FitRequest request) {
        return NetworkFitter.loop(engine, network, request, TargetScale.of(request.training()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LSTM", "GRU", "CNN", "TRANSFORMER", "MLP"})
    void noEpochLeavesNativeArraysBehind(String architecture) {
        // Given
        List<Integer> arrays = new ArrayList<>();
        List<NDManager> owners = new ArrayList<>();
        Watch watch = new Watch(epoch -> arrays.add(
                owners.stream().mapToInt(each -> each.getManagedArrays().size()).sum()));
        FitRequest request = request(architecture, 6, watch);
        try (Network network = NetworkFitter.network(engine, request)) {
            owners.add(network.manager());
            owners.add(network.manager().getParentManager());

            // When
            loop(network, request).run();
        }

        // Then
        assertThat(arrays).hasSize(6).containsOnly(arrays.get(0));
        assertThat(arrays.get(0)).isPositive();
    }

    @Test
    void closingANetworkFreesItsArrays() {
        // Given
        FitRequest request = request("LSTM", 1, Requests.UNWATCHED);
        Network network = NetworkFitter.network(engine, request);
        NDManager manager = network.manager();
        loop(network, request).run();

        // When
        network.close();

        // Then
        assertThat(manager.isOpen()).isFalse();
        assertThat(manager.getManagedArrays()).isEmpty();
    }

    @Test
    void isCancelledBetweenTwoBatchesOfAnEpoch() {
        // Given
        Watch watch = new Watch(epoch -> {});
        watch.allowedChecks = 3;
        FitRequest request = request("MLP", 2, watch);
        try (Network network = NetworkFitter.network(engine, request)) {
            // When / Then
            assertThatThrownBy(() -> loop(network, request).run()).isInstanceOf(CancellationException.class);
        }
        assertThat(watch.checks).isEqualTo(4);
        assertThat(watch.epochs).isZero();
    }
}
