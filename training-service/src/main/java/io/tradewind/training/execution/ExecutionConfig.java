package io.tradewind.training.execution;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How jobs are claimed and run. */
@ConfigMapping(prefix = "training.execution")
public interface ExecutionConfig {

    /** Jobs this replica runs at the same time; 0 leaves them to others. Default 2. */
    @Min(0)
    @Max(64)
    @WithDefault("2")
    int concurrency();

    /** How often the queue is looked at when nothing says that a job waits. Default 1 second. */
    @WithDefault("PT1S")
    Duration pollEvery();

    /** How long a claim holds without a heartbeat. Default 15 seconds. */
    @WithDefault("PT15S")
    Duration lease();

    /** How often claims are renewed, and cancels asked of other replicas are seen. Default 500 milliseconds. */
    @WithDefault("PT0.5S")
    Duration heartbeatEvery();

    /** Attempts a job may lose to crashes before it has failed. Default 3. */
    @Min(1)
    @Max(100)
    @WithDefault("3")
    int mostLostAttempts();

    /** Pause before the second attempt; it doubles with each further one. Default 2 seconds. */
    @WithDefault("PT2S")
    Duration retryPause();

    /** How often epochs are stored; those in between are stored together. Default 200 milliseconds. */
    @WithDefault("PT0.2S")
    Duration progressEvery();

    /** Longest a statement is waited for. Default 10 seconds. */
    @WithDefault("PT10S")
    Duration statementTimeout();
}
