package io.tradewind.learning.architecture;

/** The JSON type of a hyperparameter. */
public enum ParameterType {
    INTEGER,
    ODD_INTEGER,
    DECIMAL,
    BOOLEAN,
    CHOICE,
    INTEGER_LIST,
    /** A list of objects {@code {architecture, weight, hyperparameters, window, epochs, batchSize, learningRate, patience}}. */
    MEMBERS
}
