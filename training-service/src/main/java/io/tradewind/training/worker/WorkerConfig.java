package io.tradewind.training.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/** How worker processes are run. */
@ConfigMapping(prefix = "training.worker")
public interface WorkerConfig {

    /** Folder for the files of running jobs and the logs of past ones. Default {@code .work/training}. */
    @WithDefault(".work/training")
    Path directory();

    /** Largest Java heap of a worker, as for {@code -Xmx}; native memory of PyTorch comes on top. Default 768m. */
    @Pattern(regexp = "[1-9][0-9]*[kmgKMG]")
    @WithDefault("768m")
    String heap();

    /** Further JVM options of a worker. Default none. */
    Optional<List<String>> jvmOptions();

    /** Native threads of a worker; with more than one PyTorch's threads spin against each other. Default 1. */
    @Min(1)
    @Max(64)
    @WithDefault("1")
    int threads();

    /** Longest one attempt may take, registration not counted. Default 2 hours. */
    @WithDefault("PT2H")
    Duration timeout();

    /** How long a worker that was asked to stop is left to do so before it is killed. Default 500 milliseconds. */
    @WithDefault("PT0.5S")
    Duration stopGrace();

    /** Most bytes kept of what a worker writes to its error stream. Default 1 MiB. */
    @Min(4096)
    @WithDefault("1048576")
    int logBytes();

    /** Logs kept; the oldest go first. Default 50. */
    @Min(1)
    @WithDefault("50")
    int keptLogs();
}
