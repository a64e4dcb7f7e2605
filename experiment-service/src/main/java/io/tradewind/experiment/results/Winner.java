package io.tradewind.experiment.results;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which side an experiment comes down on. */
public enum Winner {
    CONTROL,
    TREATMENT,
    INCONCLUSIVE;

    /** Name on the wire, in lower case. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
