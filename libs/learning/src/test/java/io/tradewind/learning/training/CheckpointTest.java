package io.tradewind.learning.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import io.tradewind.learning.fit.CheckpointRefusedException;
import io.tradewind.learning.fit.Checkpoints;
import io.tradewind.market.candle.CandleSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CheckpointTest {

    private static final CandleSeries MARKET = Markets.synthetic(700);

    @TempDir
    private Path folder;

    /** Hears on after which epoch it resumed, and which epochs it ran; stops after one of them. */
    private static final class Listener implements ProgressListener {

        private final CancellationToken token = new CancellationToken();
        private final List<Integer> epochs = new ArrayList<>();
        private final int last;
        private int resumedAfter;

        Listener(int last) {
            this.last = last;
        }

        @Override
        public void onProgress(TrainingProgress progress) {
            epochs.add(progress.epoch());
            if (progress.epoch() == last) {
                token.cancel();
            }
        }

        @Override
        public void onResumed(int epoch) {
            resumedAfter = epoch;
        }
    }

    private static TrainingPlan.Builder plan(String architecture) {
        if (architecture.equals("PATTERN_CNN")) {
            return TrainingPlan.builder(architecture)
                    .hyperparameters(Map.of("filters", List.of(4, 6), "denseUnits", 8))
                    .epochs(5)
                    .seed(9L);
        }
        Map<String, Object> sizes =
                switch (architecture) {
                    case "LSTM", "GRU" -> Map.of("units", List.of(6, 4), "denseUnits", 4, "schedule", "cosine");
                    case "CNN" -> Map.of("filters", List.of(6, 8), "dropout", 0.3, "weightDecay", 0.01);
                    case "TRANSFORMER" -> Map.of("modelDimension", 8, "keyDimension", 4, "schedule", "one-cycle");
                    case "MLP" -> Map.of("units", List.of(8), "warmupEpochs", 2, "classWeights", "balanced");
                    default -> Map.of("preset", "small");
                };
        return TrainingPlan.builder(architecture)
                .hyperparameters(sizes)
                .features(List.of("log_return_1", "rsi_14", "volatility_20"))
                .window(6)
                .epochs(5)
                .learningRate(0.01)
                .seed(9L);
    }

    private static byte[] train(TrainingPlan.Builder plan) {
        return Trainer.train(plan.build(), MARKET, ProgressListener.NONE, new CancellationToken())
                .model();
    }

    private byte[] train(TrainingPlan.Builder plan, Listener listener) {
        return Trainer.train(plan.build(), MARKET, listener, listener.token, folder)
                .model();
    }

    private void interrupt(TrainingPlan.Builder plan, int afterEpoch) {
        assertThatThrownBy(() -> train(plan, new Listener(afterEpoch))).isInstanceOf(CancellationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LSTM", "GRU", "CNN", "TRANSFORMER", "MLP", "PATTERN_CNN"})
    void aResumedTrainingGivesTheSameModelBitForBit(String architecture) {
        // Given
        byte[] uninterrupted = train(plan(architecture));
        interrupt(plan(architecture), 2);
        interrupt(plan(architecture), 3);
        Listener listener = new Listener(0);

        // When
        byte[] resumed = train(plan(architecture), listener);

        // Then
        assertThat(resumed).isEqualTo(uninterrupted);
        assertThat(listener.resumedAfter).isEqualTo(3);
        assertThat(listener.epochs).containsExactly(4, 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XGBOOST", "LIGHTGBM", "RANDOM_FOREST"})
    void treesBeginAnewAndGiveTheSameModel(String architecture) {
        // Given
        byte[] uninterrupted = train(plan(architecture).epochs(20));
        interrupt(plan(architecture).epochs(20), 2);
        Listener listener = new Listener(0);

        // When
        byte[] again = train(plan(architecture).epochs(20), listener);

        // Then
        assertThat(again).isEqualTo(uninterrupted);
        assertThat(listener.resumedAfter).isZero();
        assertThat(listener.epochs).startsWith(1, 2, 3);
        assertThat(folder.resolve(Checkpoints.FILE)).doesNotExist();
    }

    @Test
    void aCheckpointOfAnotherPlanOrOtherCandlesIsRefused() {
        // Given
        interrupt(plan("MLP"), 2);
        Path file = folder.resolve(Checkpoints.FILE);

        // When / Then
        assertThatThrownBy(() -> train(plan("MLP").learningRate(0.02), new Listener(0)))
                .isInstanceOf(CheckpointRefusedException.class)
                .hasMessage(file + " belongs to another plan");
        assertThatThrownBy(() -> Trainer.train(
                        plan("MLP").build(),
                        MARKET.slice(0, 699),
                        ProgressListener.NONE,
                        new CancellationToken(),
                        folder))
                .isInstanceOf(CheckpointRefusedException.class)
                .hasMessage(file + " belongs to other candles");
    }

    @Test
    void aDamagedCheckpointIsRefused() throws IOException {
        // Given
        interrupt(plan("MLP"), 2);
        Path file = folder.resolve(Checkpoints.FILE);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        // When / Then
        assertThatThrownBy(() -> train(plan("MLP"), new Listener(0)))
                .isInstanceOf(CheckpointRefusedException.class)
                .hasMessage(file + " is damaged: its bytes do not have its digest");
    }

    @Test
    void halfACheckpointLeftByACrashIsIgnored() throws IOException {
        // Given
        interrupt(plan("MLP"), 2);
        Files.write(folder.resolve(Checkpoints.FILE + ".unfinished"), new byte[] {1, 2, 3});
        Listener listener = new Listener(0);

        // When
        byte[] resumed = train(plan("MLP"), listener);

        // Then
        assertThat(listener.resumedAfter).isEqualTo(2);
        assertThat(resumed).isEqualTo(train(plan("MLP")));
    }
}
