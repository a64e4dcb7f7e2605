package io.tradewind.inference.deployment;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How bundles are fetched, warmed up and kept. */
@ConfigMapping(prefix = "inference.deployment")
interface DeploymentConfig {

    /** Threads that download and warm up, beside those that predict. Default 2. */
    @WithDefault("2")
    @Min(1)
    @Max(16)
    int loaderThreads();

    /** Longest time one file of a bundle may take to arrive. Default 2 minutes. */
    @WithDefault("PT2M")
    Duration downloadTimeout();

    /** Largest bundle that is fetched, all files together. Default 1 GiB. */
    @WithDefault("1G")
    MemorySize maxBundleSize();

    /** Bytes of bundles kept on disk beyond those in use. Default 2 GiB. */
    @WithDefault("2G")
    MemorySize cacheSize();

    /** Longest time spent predicting on zeros before a version answers. Default 300 ms. */
    @WithDefault("PT0.3S")
    Duration warmUp();

    /** First pause after a load failed for a cause that may pass; doubles up to {@link #retryMaxDelay()}. Default 500 ms. */
    @WithDefault("PT0.5S")
    Duration retryDelay();

    /** Longest pause between two attempts to load. Default 30 s. */
    @WithDefault("PT30S")
    Duration retryMaxDelay();

    /** Failed attempts after which the registry is told, while trying goes on. Default 5. */
    @WithDefault("5")
    @Min(1)
    int reportAfterAttempts();
}
