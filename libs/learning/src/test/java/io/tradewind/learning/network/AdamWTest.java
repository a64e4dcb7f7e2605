package io.tradewind.learning.network;

import java.util.List;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import io.tradewind.learning.fit.FitFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Against the published algorithms, worked in double precision on a layer whose gradients are known. */
class AdamWTest {

    private static final double RATE = 0.1;
    private static final float[][] INPUTS = {{1, -2, 3}, {0.5f, 4, -1}, {-3, 0.25f, 2}};

    private final Engine engine = Engine.getEngine("PyTorch");
    private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    private final Linear layer = Linear.builder().setUnits(2).build();
    private List<TrainedArray> arrays;

    @BeforeEach
    void open() {
        engine.setRandomSeed(1);
        layer.initialize(manager, DataType.FLOAT32, new Shape(1, 3));
        arrays = layer.getParameters().values().stream().map(TrainedArray::new).toList();
    }

    @AfterEach
    void close() {
        manager.close();
    }

    /** The gradient of the outputs' sum is the input for each row of the weights, and one for each bias. */
    private void step(AdamW optimiser, float[] input) {
        try (NDManager batch = manager.newSubManager()) {
            try (GradientCollector gradients = engine.newGradientCollector()) {
                NDArray outputs = layer.forward(
                                new ParameterStore(batch, false),
                                new NDList(batch.create(input, new Shape(1, 3))),
                                true)
                        .singletonOrThrow();
                gradients.backward(outputs.sum());
            }
            optimiser.update(batch, RATE);
        }
    }

    /** Kingma and Ba 2015, algorithm 1, with the decay of Loshchilov and Hutter 2019, algorithm 2. */
    private static double reference(double weight, double decay, double... gradients) {
        double first = 0;
        double second = 0;
        double result = weight;
        for (int t = 1; t <= gradients.length; t++) {
            first = 0.9 * first + 0.1 * gradients[t - 1];
            second = 0.999 * second + 0.001 * gradients[t - 1] * gradients[t - 1];
            double step = first / (1 - Math.pow(0.9, t)) / (Math.sqrt(second / (1 - Math.pow(0.999, t))) + 1e-8);
            result = result - RATE * decay * result - RATE * step;
        }
        return result;
    }

    @Test
    void followsThePublishedUpdateAndDecaysOnlyMatrices() {
        // Given
        float[] before = arrays.get(0).copy();
        AdamW optimiser = new AdamW(arrays, 0.2, 0);

        // When
        for (float[] input : INPUTS) {
            step(optimiser, input);
        }

        // Then
        float[] weights = arrays.get(0).copy();
        for (int i = 0; i < weights.length; i++) {
            double expected = reference(before[i], 0.2, INPUTS[0][i % 3], INPUTS[1][i % 3], INPUTS[2][i % 3]);
            assertThat((double) weights[i]).isCloseTo(expected, within(2e-6));
        }
        assertThat((double) arrays.get(1).copy()[0]).isCloseTo(reference(0, 0, 1, 1, 1), within(2e-6));
        assertThat(optimiser.updates()).isEqualTo(3);
    }

    @Test
    void scalesAllGradientsTogetherToTheLargestNorm() {
        // Given: two rows of the input and two biases of 1
        double norm = Math.sqrt(2 * (1 + 4 + 9) + 2);
        AdamW optimiser = new AdamW(arrays, 0, 0.5);

        // When
        step(optimiser, INPUTS[0]);

        // Then
        float[] moments = optimiser.first().get(0);
        for (int i = 0; i < moments.length; i++) {
            assertThat((double) moments[i]).isCloseTo(0.1 * INPUTS[0][i % 3] * 0.5 / norm, within(1e-7));
        }
    }

    @Test
    void refusesGradientsThatAreNotFinite() {
        // Given
        AdamW optimiser = new AdamW(arrays, 0, 1);

        // When / Then
        assertThatThrownBy(() -> step(optimiser, new float[] {1, Float.NaN, 0}))
                .isInstanceOf(FitFailedException.class)
                .hasMessage("the gradient diverged at update 1: its norm is NaN");
    }
}
