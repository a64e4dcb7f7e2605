package io.tradewind.registry.storage;

import java.nio.file.Path;
import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Where bundles lie and how large they may be. */
@ConfigMapping(prefix = "registry.storage")
public interface StorageConfig {

    /** Folder that keeps the bundles; every replica of the registry must see the same one. */
    @WithDefault("data/bundles")
    Path folder();

    /** Largest file of a bundle, in bytes with an optional K, M or G. */
    @WithDefault("512M")
    MemorySize maxFileSize();

    /** Largest bundle, all its files together, in bytes with an optional K, M or G. */
    @WithDefault("1G")
    MemorySize maxBundleSize();

    /** Most files of one bundle. */
    @WithDefault("32")
    @Min(1)
    @Max(1000)
    int maxFiles();

    /** How long a version may wait for its bundle before it is given up and its staged files are removed. */
    @WithDefault("24h")
    Duration pendingTimeout();

    /** How often remains of dead uploads are looked for; once more at every start. */
    @WithDefault("1h")
    Duration sweepInterval();

    /** Threads that read and write files. */
    @WithDefault("4")
    @Min(1)
    @Max(64)
    int threads();

    /** File operations that may wait for a thread; beyond that requests are answered 503. */
    @WithDefault("256")
    @Min(1)
    @Max(100000)
    int queue();
}
