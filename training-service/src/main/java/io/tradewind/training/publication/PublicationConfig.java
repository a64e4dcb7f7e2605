package io.tradewind.training.publication;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How imported candles are put on the topic. */
@ConfigMapping(prefix = "training.publication")
public interface PublicationConfig {

    /** Candles on their way to the broker at a time. Default 1000. */
    @Min(1)
    @Max(10_000)
    @WithDefault("1000")
    int batch();

    /** Longest the broker may take to acknowledge a batch before it is sent again. Default 30 seconds. */
    @WithDefault("PT30S")
    Duration deadline();
}
