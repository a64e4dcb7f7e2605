package io.tradewind.training.intake;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How much may come in at once. */
@ConfigMapping(prefix = "training.intake")
public interface IntakeConfig {

    /** Files read at the same time; each holds a database connection while it does. Default 2. */
    @Min(1)
    @Max(16)
    @WithDefault("2")
    int concurrentImports();

    /** Most rows of one file. Default 20 million. */
    @Min(1)
    @WithDefault("20000000")
    long maxRows();

    /** Longest a file may take to arrive and be stored. Default 15 minutes. */
    @WithDefault("PT15M")
    Duration deadline();

    /** Most problems a report shows one by one; all are counted. Default 20. */
    @Min(1)
    @Max(1000)
    @WithDefault("20")
    int shownIssues();

    /** Largest body of any other request, in bytes. Default 1 MiB. */
    @Min(1024)
    @WithDefault("1048576")
    long maxRequestBytes();
}
