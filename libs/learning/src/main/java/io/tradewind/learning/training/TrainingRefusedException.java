package io.tradewind.learning.training;

/** Data a model cannot be trained on: too few rows, one class only, nothing left after purging. */
public final class TrainingRefusedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public TrainingRefusedException(String message) {
        super(message);
    }
}
