package io.tradewind.learning.task;

import java.util.List;

/** What a model forecasts about the bars after its newest input row, or recognises in them. */
public enum Task {
    /**
     * Whether the close {@code horizonBars} later is below or above the current one: class probabilities
     * {@code [down, up]}. Moves within the dead band are left out of fitting and of the classification metrics.
     */
    DIRECTION(Kind.CLASSES, List.of("down", "up")),

    /** As {@link #DIRECTION} with a class of its own for moves within the dead band: {@code [down, flat, up]}. */
    THREE_WAY_DIRECTION(Kind.CLASSES, List.of("down", "flat", "up")),

    /**
     * The simple return to the close so many bars later, in return units (0.01 = 1 %): one value, or one for each of several
     * horizons.
     */
    RETURN(Kind.VALUES, List.of("expectedReturn")),

    /**
     * Which candlestick patterns the newest candle completes: one probability each, and several may hold at once. It looks at
     * nothing that comes later, so it says nothing about direction by itself.
     */
    PATTERNS(
            Kind.LABELS,
            List.of(
                    "doji",
                    "hammer",
                    "shooting_star",
                    "engulfing_bullish",
                    "engulfing_bearish",
                    "morning_star",
                    "evening_star",
                    "three_white_soldiers",
                    "three_black_crows",
                    "harami",
                    "piercing_line",
                    "dark_cloud_cover",
                    "tweezer_top",
                    "tweezer_bottom",
                    "marubozu"));

    private enum Kind {
        CLASSES,
        VALUES,
        LABELS
    }

    private final Kind kind;
    private final List<String> outputNames;

    Task(Kind kind, List<String> outputNames) {
        this.kind = kind;
        this.outputNames = outputNames;
    }

    /** Names of the model's outputs, in the order of the output columns, for one horizon. */
    public List<String> outputNames() {
        return outputNames;
    }

    /** Names of the outputs for those horizons: with several, each return's name ends in its number of bars. */
    public List<String> outputNames(List<Integer> horizons) {
        if (this != RETURN || horizons.size() == 1) {
            return outputNames;
        }
        return horizons.stream().map(bars -> outputNames.get(0) + "_" + bars).toList();
    }

    /** True where outputs are probabilities of classes that exclude each other: they sum to one. */
    public boolean classification() {
        return kind == Kind.CLASSES;
    }

    /** True where each output is the probability of a label of its own: any number of them may hold. */
    public boolean multiLabel() {
        return kind == Kind.LABELS;
    }

    /** True where a forecast says whether the price rises or falls, and can be traded. */
    public boolean directional() {
        return kind != Kind.LABELS;
    }
}
