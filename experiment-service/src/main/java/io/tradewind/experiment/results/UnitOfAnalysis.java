package io.tradewind.experiment.results;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import io.tradewind.contracts.experiment.RandomisationUnit;

/** What the tests take as independent of each other. */
public enum UnitOfAnalysis {
    /** Every prediction, where each unit of randomisation is one of its own. */
    PREDICTION,
    /** All predictions of a unit together, where a unit has many. */
    UNIT;

    static UnitOfAnalysis of(RandomisationUnit unit) {
        return switch (unit) {
            case CANDLE, REQUEST -> PREDICTION;
            case USER, SYMBOL -> UNIT;
        };
    }

    /** Name on the wire, in lower case. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
