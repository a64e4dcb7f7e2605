package io.tradewind.training.registration;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long the registry is waited for. */
@ConfigMapping(prefix = "training.registration")
public interface RegistrationConfig {

    /** Longest a finished bundle waits for the registry before its job fails. Default 30 minutes. */
    @WithDefault("PT30M")
    Duration timeout();

    /** Pause after the first failed call; it doubles with each further one. Default 250 milliseconds. */
    @WithDefault("PT0.25S")
    Duration firstPause();

    /** Longest pause between two calls. Default 5 seconds. */
    @WithDefault("PT5S")
    Duration longestPause();
}
