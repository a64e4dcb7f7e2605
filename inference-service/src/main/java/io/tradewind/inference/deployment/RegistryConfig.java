package io.tradewind.inference.deployment;

import java.net.URI;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the registry is. */
@ConfigMapping(prefix = "tradewind.services.registry")
interface RegistryConfig {

    /** Base URL of the registry. Default http://localhost:8081. */
    @WithDefault("http://localhost:8081")
    URI url();
}
