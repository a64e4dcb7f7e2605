package io.tradewind.experiment.definition;

import io.tradewind.contracts.experiment.ExperimentStatus;
import io.tradewind.experiment.definition.Lifecycle.Outcome;
import io.tradewind.experiment.definition.Lifecycle.Step;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LifecycleTest {

    @ParameterizedTest
    @CsvSource({
        "DRAFT, START, RUNNING",
        "DRAFT, STOP, STOPPED",
        "RUNNING, PAUSE, PAUSED",
        "RUNNING, STOP, STOPPED",
        "PAUSED, RESUME, RUNNING",
        "PAUSED, STOP, STOPPED"
    })
    void leadsOn(ExperimentStatus from, Step step, ExperimentStatus to) {
        assertThat(Lifecycle.of(from).take(step)).isEqualTo(new Outcome.Moved(Lifecycle.of(to)));
    }

    @ParameterizedTest
    @CsvSource({"RUNNING, START", "RUNNING, RESUME", "PAUSED, PAUSE", "STOPPED, STOP"})
    void takesAStepTwiceWithoutHarm(ExperimentStatus from, Step step) {
        assertThat(Lifecycle.of(from).take(step)).isEqualTo(new Outcome.Unchanged());
    }

    @ParameterizedTest
    @CsvSource({"DRAFT, PAUSE", "DRAFT, RESUME", "PAUSED, START", "STOPPED, START", "STOPPED, PAUSE", "STOPPED, RESUME"
    })
    void refusesWhatDoesNotLeadOn(ExperimentStatus from, Step step) {
        assertThat(Lifecycle.of(from).take(step))
                .isEqualTo(new Outcome.Refused("an experiment that is " + from + " cannot " + step));
    }
}
