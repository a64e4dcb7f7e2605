package io.tradewind.inference.symbol;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What happens when no model can answer for a symbol. */
@ConfigMapping(prefix = "inference.fallback")
interface FallbackConfig {

    /** Whether rules answer then; otherwise the request is refused. Default true. */
    @WithDefault("true")
    boolean enabled();
}
