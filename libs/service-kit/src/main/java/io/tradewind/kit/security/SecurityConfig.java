package io.tradewind.kit.security;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** How this service shows others who it is. */
@ConfigMapping(prefix = "tradewind.security")
interface SecurityConfig {

    /** File with the token this service calls others with; read again when it changes. Default: none. */
    Optional<Path> serviceTokenFile();
}
