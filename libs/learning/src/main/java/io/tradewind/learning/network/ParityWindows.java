package io.tradewind.learning.network;

import java.util.List;
import java.util.SplittableRandom;

import io.tradewind.learning.fit.FitRequest;

/** Random windows on which an exported network is compared with the trained one. */
final class ParityWindows {

    private ParityWindows() {}

    /** Unscaled windows, one after the other, each row by row. */
    static float[] random(FitRequest request, int count) {
        SplittableRandom random = new SplittableRandom(request.seed());
        return request.training().data().featureNames().equals(CandleNormLayer.FEATURES)
                        && request.scaler().offsets().isEmpty()
                ? candles(random, count, request.training().data().window())
                : scaled(random, request, count * request.training().windowLength());
    }

    /** Standard normal once scaled. */
    private static float[] scaled(SplittableRandom random, FitRequest request, int length) {
        List<Double> factors = request.scaler().factors();
        List<Double> offsets = request.scaler().offsets();
        float[] windows = new float[length];
        for (int i = 0; i < length; i++) {
            int feature = i % factors.size();
            windows[i] = (float) (random.nextGaussian() / factors.get(feature) + offsets.get(feature));
        }
        return windows;
    }

    /** Random walks from prices between a hundredth and a hundred thousand. */
    private static float[] candles(SplittableRandom random, int count, int window) {
        float[] windows = new float[count * window * CandleNormLayer.FEATURES.size()];
        int next = 0;
        for (int i = 0; i < count; i++) {
            double close = Math.pow(10, random.nextDouble(-2, 5));
            for (int step = 0; step < window; step++) {
                double open = close;
                close = open * (1 + 0.01 * random.nextGaussian());
                windows[next++] = (float) open;
                windows[next++] = (float) (Math.max(open, close) * (1 + 0.005 * random.nextDouble()));
                windows[next++] = (float) (Math.min(open, close) * (1 - 0.005 * random.nextDouble()));
                windows[next++] = (float) close;
                windows[next++] = (float) (1000 * random.nextDouble());
            }
        }
        return windows;
    }
}
