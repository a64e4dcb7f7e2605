package io.tradewind.learning.network;

import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tradewind.learning.fit.FitFailedException;

/**
 * Adam (Kingma and Ba 2015, algorithm 1) with decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2), and gradients
 * scaled down to a largest norm (Pascanu et al. 2013).
 *
 * <p>DJL's own keeps its moments to itself, so that a training could not be resumed, and clips value by value, which turns the
 * gradient. This one works in the weights' own memory and makes no native arrays. Biases and normalisations do not decay: they
 * have one dimension.
 */
final class AdamW {

    private static final float FIRST_DECAY = 0.9f;
    private static final float SECOND_DECAY = 0.999f;
    private static final float EPSILON = 1e-8f;

    private final List<TrainedArray> arrays;
    private final double weightDecay;
    private final double largestNorm;
    private final List<float[]> gradients = new ArrayList<>();
    private final List<float[]> first = new ArrayList<>();
    private final List<float[]> second = new ArrayList<>();
    private final float[] weights;
    private long updates;

    /**
     * An optimiser that has seen nothing yet.
     *
     * @param largestNorm over all gradients together; 0 leaves them as they are
     */
    AdamW(List<TrainedArray> arrays, double weightDecay, double largestNorm) {
        this.arrays = arrays;
        this.weightDecay = weightDecay;
        this.largestNorm = largestNorm;
        int longest = 0;
        for (TrainedArray array : arrays) {
            gradients.add(new float[array.size()]);
            first.add(new float[array.size()]);
            second.add(new float[array.size()]);
            longest = Math.max(longest, array.size());
        }
        this.weights = new float[longest];
    }

    /**
     * Moves the weights against their gradients and clears these.
     *
     * @param batch owns what the engine hands out meanwhile
     * @throws FitFailedException if the gradient is not finite
     */
    void update(NDManager batch, double learningRate) {
        double scale = scale(collect(batch));
        updates++;
        double firstBias = 1 - Math.pow(FIRST_DECAY, updates);
        double secondBias = Math.sqrt(1 - Math.pow(SECOND_DECAY, updates));
        for (int i = 0; i < arrays.size(); i++) {
            TrainedArray array = arrays.get(i);
            moments(gradients.get(i), first.get(i), second.get(i), (float) scale);
            array.read(weights);
            double kept = array.matrix() ? 1 - learningRate * weightDecay : 1;
            move(
                    weights,
                    first.get(i),
                    second.get(i),
                    new Step((float) kept, (float) (learningRate / firstBias), (float) (1 / secondBias)));
            array.write(weights);
        }
    }

    private record Step(float kept, float rate, float spread) {}

    /** The norm of all gradients together. */
    private double collect(NDManager batch) {
        double squares = 0;
        for (int i = 0; i < arrays.size(); i++) {
            float[] gradient = gradients.get(i);
            try (NDArray array = arrays.get(i).gradient(batch)) {
                TrainedArray.view(array).get(0, gradient);
                // PyTorch adds to what is there.
                array.subi(array);
            }
            for (float value : gradient) {
                squares += (double) value * value;
            }
        }
        return Math.sqrt(squares);
    }

    private double scale(double norm) {
        if (!Double.isFinite(norm)) {
            throw new FitFailedException(
                    "the gradient diverged at update %d: its norm is %s".formatted(updates + 1, norm));
        }
        return largestNorm > 0 && norm > largestNorm ? largestNorm / norm : 1;
    }

    private static void moments(float[] gradient, float[] first, float[] second, float scale) {
        for (int k = 0; k < gradient.length; k++) {
            float value = gradient[k] * scale;
            first[k] = FIRST_DECAY * first[k] + (1 - FIRST_DECAY) * value;
            second[k] = SECOND_DECAY * second[k] + (1 - SECOND_DECAY) * value * value;
        }
    }

    private static void move(float[] weights, float[] first, float[] second, Step step) {
        for (int k = 0; k < first.length; k++) {
            float spread = (float) Math.sqrt(second[k]) * step.spread + EPSILON;
            weights[k] = weights[k] * step.kept - step.rate * first[k] / spread;
        }
    }

    long updates() {
        return updates;
    }

    /** Running means of the gradients, array by array. */
    List<float[]> first() {
        return first;
    }

    /** Running means of the squared gradients, array by array. */
    List<float[]> second() {
        return second;
    }

    /** Goes on from the moments of another run. */
    void resume(long doneUpdates, List<float[]> firstMoments, List<float[]> secondMoments) {
        updates = doneUpdates;
        for (int i = 0; i < arrays.size(); i++) {
            System.arraycopy(firstMoments.get(i), 0, first.get(i), 0, first.get(i).length);
            System.arraycopy(secondMoments.get(i), 0, second.get(i), 0, second.get(i).length);
        }
    }
}
