package io.tradewind.learning.network;

import io.tradewind.learning.fit.FitRequest;

/**
 * The learning rate of each update. It is a function of the update's number alone, unlike DJL's trackers, so that a training
 * that resumes has the rates of one that was never interrupted.
 *
 * @param peak the plan's learning rate
 * @param least rate below which no schedule goes after its warm-up
 * @param warmup updates over which the rate rises from near zero to its peak
 * @param total updates of the whole training
 * @param stepLength updates between two steps down
 * @param stepFactor what a step multiplies the rate by
 */
record LearningRates(
        Shape shape, double peak, double least, long warmup, long total, long stepLength, double stepFactor) {

    /** Share of the updates over which one cycle rises unless a warm-up is given. */
    private static final double RISING_SHARE = 0.3;

    /** One cycle begins at the peak divided by this (Smith and Topin 2018; the value is PyTorch's). */
    private static final double CYCLE_START = 25;

    /** How the rate goes on after the warm-up. */
    enum Shape {
        CONSTANT,
        COSINE,
        STEP,
        ONE_CYCLE
    }

    /**
     * The rates of a request.
     *
     * @throws IllegalArgumentException if the least rate is above the plan's
     */
    static LearningRates of(FitRequest request, int updatesPerEpoch) {
        double peak = request.schedule().learningRate();
        double least = request.decimal("minimumLearningRate");
        if (least > peak) {
            throw new IllegalArgumentException(
                    "minimumLearningRate must be at most the learning rate %s, was %s".formatted(peak, least));
        }
        Shape shape =
                switch (request.hyperparameters().get("schedule").toString()) {
                    case "cosine" -> Shape.COSINE;
                    case "step" -> Shape.STEP;
                    case "one-cycle" -> Shape.ONE_CYCLE;
                    default -> Shape.CONSTANT;
                };
        return new LearningRates(
                shape,
                peak,
                least,
                Math.round(request.decimal("warmupEpochs") * updatesPerEpoch),
                (long) request.schedule().epochs() * updatesPerEpoch,
                (long) request.integer("stepEpochs") * updatesPerEpoch,
                request.decimal("stepFactor"));
    }

    /**
     * The rate of one update.
     *
     * @param update from 0
     */
    double at(long update) {
        if (shape == Shape.ONE_CYCLE) {
            return cycle(update);
        }
        if (update < warmup) {
            return peak * (update + 1) / warmup;
        }
        return switch (shape) {
            case STEP -> Math.max(least, peak * Math.pow(stepFactor, (update - warmup) / stepLength));
            case COSINE -> between(peak, least, share(update - warmup, total - warmup));
            default -> peak;
        };
    }

    private double cycle(long update) {
        long rising = warmup > 0 ? warmup : Math.round(RISING_SHARE * total);
        return update < rising
                ? between(peak / CYCLE_START, peak, share(update, rising + 1))
                : between(peak, least, share(update - rising, total - rising));
    }

    /** How far the {@code done}-th of so many updates is, from 0 to 1. */
    private static double share(long done, long all) {
        return all <= 1 ? 0 : Math.min(1, (double) done / (all - 1));
    }

    /** Half a cosine wave (Loshchilov and Hutter 2017, SGDR, equation 5). */
    private static double between(double from, double to, double share) {
        return to + (from - to) * (1 + Math.cos(Math.PI * share)) / 2;
    }
}
