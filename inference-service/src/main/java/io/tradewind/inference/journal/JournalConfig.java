package io.tradewind.inference.journal;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How predictions wait on disk for the broker. */
@ConfigMapping(prefix = "inference.journal")
interface JournalConfig {

    /** Bytes that may wait for the broker; predictions beyond are answered, dropped and counted. Default 256 MiB. */
    @WithDefault("256M")
    MemorySize maxSize();

    /** Size at which a segment file is closed and the next one begun. Default 8 MiB. */
    @WithDefault("8M")
    MemorySize segmentSize();

    /** Answers that may wait for the disk at once. Default 4096. */
    @WithDefault("4096")
    @Min(1)
    int queueCapacity();

    /** Longest time until written records also survive a crash of the machine. Default 50 ms. */
    @WithDefault("PT0.05S")
    Duration syncInterval();

    /** Records that may be on their way to the broker at once. Default 2000. */
    @WithDefault("2000")
    @Min(1)
    @Max(100_000)
    int maxInFlight();

    /** First pause after the broker could not be reached; doubles up to {@link #retryMaxDelay()}. Default 200 ms. */
    @WithDefault("PT0.2S")
    Duration retryDelay();

    /** Longest pause between attempts to reach the broker. Default 5 s. */
    @WithDefault("PT5S")
    Duration retryMaxDelay();

    /** How long a shutdown waits for the broker to acknowledge what is on its way. Default 2 s. */
    @WithDefault("PT2S")
    Duration closeTimeout();
}
