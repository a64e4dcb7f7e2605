package io.tradewind.monitoring.alert;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/** Settings of alerts and gauges. */
@ConfigMapping(prefix = "monitoring.alert")
public interface AlertConfig {

    /** How often thresholds are evaluated. Default 2 seconds. */
    @WithDefault("PT2S")
    Duration interval();

    /** Window of the figures that are evaluated, hours such as 24h or days such as 7d. Default 24h. */
    @WithDefault("24h")
    @Pattern(regexp = "[1-9][0-9]{0,4}[hd]")
    String window();

    /**
     * Most model versions and variants that are evaluated and shown as gauges, the most recent first; each is a time
     * series per metric. Default 200.
     */
    @WithDefault("200")
    @Min(1)
    @Max(5_000)
    int cohorts();
}
