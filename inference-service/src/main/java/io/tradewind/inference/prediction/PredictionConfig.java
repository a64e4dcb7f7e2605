package io.tradewind.inference.prediction;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Limits of the prediction endpoints. */
@ConfigMapping(prefix = "inference.prediction")
interface PredictionConfig {

    /** Instances one request may hold. Default 1024. */
    @WithDefault("1024")
    @Min(1)
    @Max(100_000)
    int maxInstances();

    /** Threads that call native model code. Default 2. */
    @WithDefault("2")
    @Min(1)
    @Max(256)
    int threads();

    /** Requests that may wait for such a thread; more are refused with 503. Default 256. */
    @WithDefault("256")
    @Min(1)
    int queueCapacity();

    /** Largest body of one request. Default 8 MiB: a few hundred windows. */
    @WithDefault("8M")
    MemorySize maxBodySize();

    /**
     * Most bytes that the bodies of all requests being answered may have together; more are refused with 503. What a
     * request holds in memory is a multiple of its body. Default 64 MiB.
     */
    @WithDefault("64M")
    MemorySize maxBodiesInFlight();

    /** Longest time a body may take to arrive before its connection is closed. Default 30 s. */
    @WithDefault("PT30S")
    Duration bodyTimeout();

    /** Longest time a prediction may take before it is answered with 504. Default 5 s. */
    @WithDefault("PT5S")
    Duration timeout();
}
