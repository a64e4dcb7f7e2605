package io.tradewind.inference.storage;

import java.nio.file.Path;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where this replica keeps its files. */
@ConfigMapping(prefix = "inference.storage")
public interface StorageConfig {

    /** Directory of this replica alone; created when missing. Default {@code data/inference} in the working directory. */
    @WithDefault("data/inference")
    Path directory();
}
