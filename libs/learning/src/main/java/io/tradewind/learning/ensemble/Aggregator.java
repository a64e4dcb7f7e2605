package io.tradewind.learning.ensemble;

import io.tradewind.learning.task.Task;

/** Combines members' raw outputs by an {@link Aggregation}; thread-safe. */
public final class Aggregator {

    private static final double EVEN = 0.5;
    private static final double LEAST = 1e-6;

    private final Task task;
    private final Aggregation.Method method;
    private final double[] weights;
    private final double[][] coefficients;
    private final int outputs;

    /**
     * For members that give so many outputs each.
     *
     * @throws IllegalArgumentException if stacking has coefficients for another number of outputs
     */
    public Aggregator(Task task, Aggregation aggregation, int outputs) {
        this.task = task;
        this.method = aggregation.method();
        this.outputs = outputs;
        this.weights =
                aggregation.weights().stream().mapToDouble(Double::doubleValue).toArray();
        this.coefficients = aggregation.coefficients().stream()
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        if (method == Aggregation.Method.STACKING && coefficients.length != outputs) {
            throw new IllegalArgumentException(
                    "coefficients must be there for %d outputs, were for %d".formatted(outputs, coefficients.length));
        }
    }

    /** Number of members. */
    public int members() {
        return weights.length;
    }

    /**
     * The combined outputs.
     *
     * @param raw members' outputs of shape (members, outputs), from {@code at} on
     */
    public double[] combine(double[] raw, int at) {
        double[] combined = new double[outputs];
        switch (method) {
            case WEIGHTED_MEAN -> means(raw, at, combined);
            case MEDIAN -> medians(raw, at, combined);
            case VOTE -> votes(raw, at, combined);
            case STACKING -> stack(raw, at, combined);
        }
        return combined;
    }

    /** How far members lie apart: the weighted standard deviation of each output, 0 where they agree. */
    public double[] spreads(double[] raw, int at) {
        double[] spreads = new double[outputs];
        for (int output = 0; output < outputs; output++) {
            double mean = mean(raw, at, output);
            double squares = 0;
            for (int member = 0; member < weights.length; member++) {
                double distance = raw[at + member * outputs + output] - mean;
                squares += weights[member] * distance * distance;
            }
            spreads[output] = Math.sqrt(squares);
        }
        return spreads;
    }

    private double mean(double[] raw, int at, int output) {
        double sum = 0;
        for (int member = 0; member < weights.length; member++) {
            sum += weights[member] * raw[at + member * outputs + output];
        }
        return sum;
    }

    private void means(double[] raw, int at, double[] combined) {
        for (int output = 0; output < outputs; output++) {
            combined[output] = mean(raw, at, output);
        }
    }

    private void medians(double[] raw, int at, double[] combined) {
        double[] values = new double[weights.length];
        double[] shares = new double[weights.length];
        for (int output = 0; output < outputs; output++) {
            for (int member = 0; member < weights.length; member++) {
                insert(values, shares, member, raw[at + member * outputs + output]);
            }
            combined[output] = median(values, shares);
        }
        if (task.classification()) {
            divideBySum(combined);
        }
    }

    /** Insertion keeps the first values sorted with their weights; members are few. */
    private void insert(double[] values, double[] shares, int member, double value) {
        int place = member;
        while (place > 0 && values[place - 1] > value) {
            values[place] = values[place - 1];
            shares[place] = shares[place - 1];
            place--;
        }
        values[place] = value;
        shares[place] = weights[member];
    }

    /** Where half of the weight lies on either side; between two values if it is exactly half. */
    private static double median(double[] values, double[] shares) {
        double below = 0;
        for (int i = 0; i < values.length; i++) {
            below += shares[i];
            if (below > EVEN + LEAST) {
                return values[i];
            }
            if (below >= EVEN - LEAST) {
                int next = i + 1;
                while (next < values.length && shares[next] == 0) {
                    next++;
                }
                return next < values.length ? (values[i] + values[next]) / 2 : values[i];
            }
        }
        return values[values.length - 1];
    }

    private void votes(double[] raw, int at, double[] combined) {
        if (task.classification()) {
            for (int member = 0; member < weights.length; member++) {
                combined[likeliest(raw, at + member * outputs)] += weights[member];
            }
            return;
        }
        for (int output = 0; output < outputs; output++) {
            combined[output] = task.multiLabel() ? share(raw, at, output) : winners(raw, at, output);
        }
    }

    private int likeliest(double[] raw, int at) {
        int likeliest = 0;
        for (int output = 1; output < outputs; output++) {
            likeliest = raw[at + output] > raw[at + likeliest] ? output : likeliest;
        }
        return likeliest;
    }

    private double share(double[] raw, int at, int output) {
        double share = 0;
        for (int member = 0; member < weights.length; member++) {
            share += raw[at + member * outputs + output] > EVEN ? weights[member] : 0;
        }
        return share;
    }

    /** The mean of the members on the side with more weight; a tie is no forecast. */
    private double winners(double[] raw, int at, int output) {
        double up = 0;
        double down = 0;
        double upSum = 0;
        double downSum = 0;
        for (int member = 0; member < weights.length; member++) {
            double value = raw[at + member * outputs + output];
            up += value > 0 ? weights[member] : 0;
            down += value < 0 ? weights[member] : 0;
            upSum += weights[member] * Math.max(0, value);
            downSum += weights[member] * Math.min(0, value);
        }
        if (Math.abs(up - down) <= LEAST) {
            return 0;
        }
        return up > down ? upSum / up : downSum / down;
    }

    private void stack(double[] raw, int at, double[] combined) {
        for (int output = 0; output < outputs; output++) {
            double[] factors = coefficients[output];
            double sum = factors[0];
            for (int member = 0; member < weights.length; member++) {
                sum += factors[member + 1] * raw[at + member * outputs + output];
            }
            combined[output] = task.classification() || task.multiLabel() ? probability(sum) : sum;
        }
        if (task.classification()) {
            divideBySum(combined);
        }
    }

    /** A regression may leave the range of probabilities. */
    private static double probability(double value) {
        return Math.max(LEAST, Math.min(1 - LEAST, value));
    }

    private static void divideBySum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = sum > 0 ? values[i] / sum : 1.0 / values.length;
        }
    }
}
