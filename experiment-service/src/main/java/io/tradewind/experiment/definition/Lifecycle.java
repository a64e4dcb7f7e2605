package io.tradewind.experiment.definition;

import io.tradewind.contracts.experiment.ExperimentStatus;

/** Where an experiment stands, with the steps that lead on from there. */
sealed interface Lifecycle {

    ExperimentStatus status();

    /** Defined, not started. */
    record Draft() implements Lifecycle {
        Running start() {
            return new Running();
        }

        Stopped stop() {
            return new Stopped();
        }

        @Override
        public ExperimentStatus status() {
            return ExperimentStatus.DRAFT;
        }
    }

    /** Units are assigned. */
    record Running() implements Lifecycle {
        Paused pause() {
            return new Paused();
        }

        Stopped stop() {
            return new Stopped();
        }

        @Override
        public ExperimentStatus status() {
            return ExperimentStatus.RUNNING;
        }
    }

    /** No unit is assigned; outcomes of earlier predictions still count. */
    record Paused() implements Lifecycle {
        Running resume() {
            return new Running();
        }

        Stopped stop() {
            return new Stopped();
        }

        @Override
        public ExperimentStatus status() {
            return ExperimentStatus.PAUSED;
        }
    }

    /** Ended with a conclusion. */
    record Stopped() implements Lifecycle {
        @Override
        public ExperimentStatus status() {
            return ExperimentStatus.STOPPED;
        }
    }

    /** What its author may ask for. */
    enum Step {
        START,
        PAUSE,
        RESUME,
        STOP
    }

    /** What became of a step. */
    sealed interface Outcome {
        /** It leads to this. */
        record Moved(Lifecycle to) implements Outcome {}

        /** It is there already; asking twice is harmless. */
        record Unchanged() implements Outcome {}

        /** It does not lead on from here. */
        record Refused(String reason) implements Outcome {}
    }

    static Lifecycle of(ExperimentStatus status) {
        return switch (status) {
            case DRAFT -> new Draft();
            case RUNNING -> new Running();
            case PAUSED -> new Paused();
            case STOPPED -> new Stopped();
        };
    }

    /** Takes a step where it is legal. */
    default Outcome take(Step step) {
        return switch (this) {
            case Draft draft ->
                switch (step) {
                    case START -> new Outcome.Moved(draft.start());
                    case STOP -> new Outcome.Moved(draft.stop());
                    case PAUSE, RESUME -> refused(step);
                };
            case Running running ->
                switch (step) {
                    case PAUSE -> new Outcome.Moved(running.pause());
                    case STOP -> new Outcome.Moved(running.stop());
                    case START, RESUME -> new Outcome.Unchanged();
                };
            case Paused paused ->
                switch (step) {
                    case RESUME -> new Outcome.Moved(paused.resume());
                    case STOP -> new Outcome.Moved(paused.stop());
                    case PAUSE -> new Outcome.Unchanged();
                    case START -> refused(step);
                };
            case Stopped stopped -> step == Step.STOP ? new Outcome.Unchanged() : refused(step);
        };
    }

    private Outcome refused(Step step) {
        return new Outcome.Refused("an experiment that is " + status() + " cannot " + step);
    }
}
