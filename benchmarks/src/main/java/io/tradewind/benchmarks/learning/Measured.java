package io.tradewind.benchmarks.learning;

/**
 * One architecture trained once on one file of candles; fractions where a name is a share.
 *
 * @param market file name without its extension
 * @param edge accuracy minus the majority's on the same test rows
 * @param edgeStandardError of that paired difference on the test rows
 * @param linear accuracy of the linear baseline on the same rows
 * @param fitSeconds epochs or rounds alone
 * @param stepMillis one gradient step, its share of the validation passes included; NaN for trees
 * @param seconds features, fit, calibration, judgement and importance
 * @param modelBytes size of the model's files
 * @param latencyMicros median of single forecasts on one thread
 */
record Measured(
        String market,
        String architecture,
        String preset,
        long seed,
        int candles,
        int testRows,
        double accuracy,
        double majority,
        double edge,
        double edgeStandardError,
        double linear,
        double auc,
        double profitFactor,
        double maxDrawdown,
        boolean gatesPassed,
        int bestEpoch,
        int epochs,
        double fitSeconds,
        double stepMillis,
        double seconds,
        long modelBytes,
        double latencyMicros) {}
