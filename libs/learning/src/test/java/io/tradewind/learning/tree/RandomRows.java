package io.tradewind.learning.tree;

import java.util.SplittableRandom;

/** Random rows with missing values and exact zeros; the last feature holds whole numbers that can stand for categories. */
record RandomRows(float[] values, float[] labels) {

    private static final int CATEGORIES = 40;

    static RandomRows of(long seed, int rows, int features) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[rows * features];
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < features; k++) {
                double draw = random.nextDouble();
                boolean category = k == features - 1;
                float value = category ? random.nextInt(CATEGORIES) : (float) random.nextGaussian();
                values[row * features + k] = draw < 0.1 ? Float.NaN : draw < 0.2 ? 0 : value;
            }
            float first = values[row * features];
            float category = values[row * features + features - 1];
            double signal = (Float.isNaN(first) ? 0.5 : first) + (category % 3 == 1 ? 1 : 0);
            labels[row] = signal + random.nextGaussian() > 0.3 ? 1 : 0;
        }
        return new RandomRows(values, labels);
    }

    /** The same rows in three classes; the middle one stands where values are missing or near zero. */
    float[] classes(int features) {
        float[] classes = new float[labels.length];
        for (int row = 0; row < classes.length; row++) {
            float first = values[row * features];
            boolean middle = Float.isNaN(first) || Math.abs(first) < 0.4;
            classes[row] = middle ? 1 : labels[row] * 2;
        }
        return classes;
    }

    double[] doubles() {
        double[] doubles = new double[values.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
