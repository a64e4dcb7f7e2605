package io.tradewind.learning.task;

import java.util.List;

/** What a model forecasts about the bars after its newest input row. */
public enum Task {
    /**
     * Whether the close {@code horizonBars} later is below or above the current one: class probabilities
     * {@code [down, up]}. Moves within the dead band are left out of fitting and of the classification metrics.
     */
    DIRECTION(List.of("down", "up")),

    /** The simple return to the close {@code horizonBars} later, one value in return units (0.01 = 1 %). */
    RETURN(List.of("expectedReturn"));

    private final List<String> outputNames;

    Task(List<String> outputNames) {
        this.outputNames = outputNames;
    }

    /** Names of the model's outputs, in the order of the output columns. */
    public List<String> outputNames() {
        return outputNames;
    }

    /** True where outputs are class probabilities. */
    public boolean classification() {
        return this == DIRECTION;
    }
}
