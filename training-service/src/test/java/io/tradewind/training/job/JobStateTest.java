package io.tradewind.training.job;

import io.tradewind.contracts.training.JobStatus;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JobStateTest {

    private final JobState.Running running = JobState.Queued.fresh().start();

    @Test
    void countsEveryStart() {
        assertThat(running.attempt()).isEqualTo(1);
        assertThat(((JobState.Queued) running.lose("crash", 3)).start().attempt())
                .isEqualTo(2);
    }

    @Test
    void isTriedAgainUntilTooManyAttemptsAreLost() {
        // Given
        JobState.Queued again = (JobState.Queued) running.lose("crash", 2);

        // When
        JobState last = again.start().lose("crash", 2);

        // Then
        assertThat(again.reason()).isEqualTo("crash");
        assertThat(last).isEqualTo(new JobState.Failed(2, 2, "crash; given up after 2 lost attempts"));
    }

    @Test
    void doesNotHoldAServiceThatStopsAgainstAJob() {
        assertThat(running.release("stopped")).isEqualTo(new JobState.Queued(1, 0, "stopped"));
    }

    @Test
    void endsCancelledHoweverItEndsOnceACancelWasAskedFor() {
        // Given
        JobState.Running unwanted = running.requestCancel("alice");

        // When, Then
        JobState cancelled = new JobState.Cancelled(1, 0, "cancelled by alice");
        assertThat(unwanted.requestCancel("bob")).isEqualTo(unwanted);
        assertThat(unwanted.fail("diverged")).isEqualTo(cancelled);
        assertThat(unwanted.lose("crash", 3)).isEqualTo(cancelled);
        assertThat(unwanted.release("stopped")).isEqualTo(cancelled);
        assertThat(unwanted.cancelled()).isEqualTo(cancelled);
    }

    @Test
    void succeedsThoughACancelCameWhenTheVersionWasReady() {
        assertThat(running.requestCancel("alice").succeed(3, "abc").status()).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void cancelsAJobThatWaits() {
        assertThat(JobState.Queued.fresh().cancel("alice"))
                .isEqualTo(new JobState.Cancelled(0, 0, "cancelled by alice"));
    }

    @Test
    void saysWhyOnlyWhereThereIsSomethingToSay() {
        assertThat(running.reason()).isNull();
        assertThat(running.succeed(1, "abc").reason()).isNull();
        assertThat(running.fail("diverged").reason()).isEqualTo("diverged");
    }

    @Test
    void readsEveryStateFromItsColumns() {
        assertThat(StoredState.of(JobStatus.QUEUED, 1, 1, "crash", null, null, null))
                .isEqualTo(new JobState.Queued(1, 1, "crash"));
        assertThat(StoredState.of(JobStatus.RUNNING, 1, 0, null, "alice", null, null))
                .isEqualTo(new JobState.Running(1, 0, "alice"));
        assertThat(StoredState.of(JobStatus.SUCCEEDED, 1, 0, null, null, 4, "abc"))
                .isEqualTo(new JobState.Succeeded(1, 0, 4, "abc"));
        assertThat(StoredState.of(JobStatus.FAILED, 1, 0, "why", null, null, null))
                .isEqualTo(new JobState.Failed(1, 0, "why"));
        assertThat(StoredState.of(JobStatus.CANCELLED, 1, 0, "why", null, null, null))
                .isEqualTo(new JobState.Cancelled(1, 0, "why"));
    }
}
