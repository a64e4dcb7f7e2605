package io.tradewind.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.tradewind.training.execution.ExecutionConfig;
import io.tradewind.training.intake.IntakeConfig;
import io.tradewind.training.job.JobConfig;
import io.tradewind.training.publication.PublicationConfig;
import io.tradewind.training.registration.RegistrationConfig;
import io.tradewind.training.worker.WorkerConfig;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigTest {

    @Test
    void intakeHasTheseDefaultsAndReadsEveryKey() {
        IntakeConfig defaults = read(IntakeConfig.class, Map.of());
        assertThat(defaults.concurrentImports()).isEqualTo(2);
        assertThat(defaults.maxRows()).isEqualTo(20_000_000);
        assertThat(defaults.deadline()).isEqualTo(Duration.ofMinutes(15));
        assertThat(defaults.shownIssues()).isEqualTo(20);
        assertThat(defaults.maxRequestBytes()).isEqualTo(1_048_576);

        IntakeConfig given = read(
                IntakeConfig.class,
                Map.of(
                        "training.intake.concurrent-imports", "3",
                        "training.intake.max-rows", "4",
                        "training.intake.deadline", "PT5S",
                        "training.intake.shown-issues", "6",
                        "training.intake.max-request-bytes", "7000"));
        assertThat(given.concurrentImports()).isEqualTo(3);
        assertThat(given.maxRows()).isEqualTo(4);
        assertThat(given.deadline()).isEqualTo(Duration.ofSeconds(5));
        assertThat(given.shownIssues()).isEqualTo(6);
        assertThat(given.maxRequestBytes()).isEqualTo(7_000);
    }

    @Test
    void publicationHasTheseDefaultsAndReadsEveryKey() {
        PublicationConfig defaults = read(PublicationConfig.class, Map.of());
        assertThat(defaults.batch()).isEqualTo(1_000);
        assertThat(defaults.deadline()).isEqualTo(Duration.ofSeconds(30));

        PublicationConfig given = read(
                PublicationConfig.class,
                Map.of("training.publication.batch", "2", "training.publication.deadline", "PT3S"));
        assertThat(given.batch()).isEqualTo(2);
        assertThat(given.deadline()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void jobHasTheseDefaultsAndReadsEveryKey() {
        JobConfig defaults = read(JobConfig.class, Map.of());
        assertThat(defaults.mostQueued()).isEqualTo(500);
        assertThat(defaults.mostCandles()).isEqualTo(2_000_000);
        assertThat(defaults.mostFollowers()).isEqualTo(200);
        assertThat(defaults.followEvery()).isEqualTo(Duration.ofMillis(300));
        assertThat(defaults.keepAlive()).isEqualTo(Duration.ofSeconds(10));

        JobConfig given = read(
                JobConfig.class,
                Map.of(
                        "training.job.most-queued", "2",
                        "training.job.most-candles", "3",
                        "training.job.most-followers", "4",
                        "training.job.follow-every", "PT5S",
                        "training.job.keep-alive", "PT6S"));
        assertThat(given.mostQueued()).isEqualTo(2);
        assertThat(given.mostCandles()).isEqualTo(3);
        assertThat(given.mostFollowers()).isEqualTo(4);
        assertThat(given.followEvery()).isEqualTo(Duration.ofSeconds(5));
        assertThat(given.keepAlive()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void executionHasTheseDefaultsAndReadsEveryKey() {
        ExecutionConfig defaults = read(ExecutionConfig.class, Map.of());
        assertThat(defaults.concurrency()).isEqualTo(2);
        assertThat(defaults.pollEvery()).isEqualTo(Duration.ofSeconds(1));
        assertThat(defaults.lease()).isEqualTo(Duration.ofSeconds(15));
        assertThat(defaults.heartbeatEvery()).isEqualTo(Duration.ofMillis(500));
        assertThat(defaults.mostLostAttempts()).isEqualTo(3);
        assertThat(defaults.retryPause()).isEqualTo(Duration.ofSeconds(2));
        assertThat(defaults.progressEvery()).isEqualTo(Duration.ofMillis(200));
        assertThat(defaults.statementTimeout()).isEqualTo(Duration.ofSeconds(10));

        ExecutionConfig given = read(
                ExecutionConfig.class,
                Map.of(
                        "training.execution.concurrency", "0",
                        "training.execution.poll-every", "PT2S",
                        "training.execution.lease", "PT3S",
                        "training.execution.heartbeat-every", "PT4S",
                        "training.execution.most-lost-attempts", "5",
                        "training.execution.retry-pause", "PT6S",
                        "training.execution.progress-every", "PT7S",
                        "training.execution.statement-timeout", "PT8S"));
        assertThat(given.concurrency()).isZero();
        assertThat(given.pollEvery()).isEqualTo(Duration.ofSeconds(2));
        assertThat(given.lease()).isEqualTo(Duration.ofSeconds(3));
        assertThat(given.heartbeatEvery()).isEqualTo(Duration.ofSeconds(4));
        assertThat(given.mostLostAttempts()).isEqualTo(5);
        assertThat(given.retryPause()).isEqualTo(Duration.ofSeconds(6));
        assertThat(given.progressEvery()).isEqualTo(Duration.ofSeconds(7));
        assertThat(given.statementTimeout()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void workerHasTheseDefaultsAndReadsEveryKey() {
        WorkerConfig defaults = read(WorkerConfig.class, Map.of());
        assertThat(defaults.directory()).isEqualTo(Path.of(".work/training"));
        assertThat(defaults.heap()).isEqualTo("768m");
        assertThat(defaults.jvmOptions()).isEmpty();
        assertThat(defaults.threads()).isEqualTo(1);
        assertThat(defaults.timeout()).isEqualTo(Duration.ofHours(2));
        assertThat(defaults.stopGrace()).isEqualTo(Duration.ofMillis(500));
        assertThat(defaults.logBytes()).isEqualTo(1_048_576);
        assertThat(defaults.keptLogs()).isEqualTo(50);

        WorkerConfig given = read(
                WorkerConfig.class,
                Map.of(
                        "training.worker.directory", "/somewhere",
                        "training.worker.heap", "2g",
                        "training.worker.jvm-options", "-Xlog:gc,-Da=b",
                        "training.worker.threads", "4",
                        "training.worker.timeout", "PT5S",
                        "training.worker.stop-grace", "PT6S",
                        "training.worker.log-bytes", "7000",
                        "training.worker.kept-logs", "8"));
        assertThat(given.directory()).isEqualTo(Path.of("/somewhere"));
        assertThat(given.heap()).isEqualTo("2g");
        assertThat(given.jvmOptions()).contains(List.of("-Xlog:gc", "-Da=b"));
        assertThat(given.threads()).isEqualTo(4);
        assertThat(given.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(given.stopGrace()).isEqualTo(Duration.ofSeconds(6));
        assertThat(given.logBytes()).isEqualTo(7_000);
        assertThat(given.keptLogs()).isEqualTo(8);
    }

    @Test
    void registrationHasTheseDefaultsAndReadsEveryKey() {
        RegistrationConfig defaults = read(RegistrationConfig.class, Map.of());
        assertThat(defaults.timeout()).isEqualTo(Duration.ofMinutes(30));
        assertThat(defaults.firstPause()).isEqualTo(Duration.ofMillis(250));
        assertThat(defaults.longestPause()).isEqualTo(Duration.ofSeconds(5));

        RegistrationConfig given = read(
                RegistrationConfig.class,
                Map.of(
                        "training.registration.timeout", "PT2S",
                        "training.registration.first-pause", "PT3S",
                        "training.registration.longest-pause", "PT4S"));
        assertThat(given.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(given.firstPause()).isEqualTo(Duration.ofSeconds(3));
        assertThat(given.longestPause()).isEqualTo(Duration.ofSeconds(4));
    }

    private static <T> T read(Class<T> mapping, Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withMapping(mapping)
                .build()
                .getConfigMapping(mapping);
    }
}
