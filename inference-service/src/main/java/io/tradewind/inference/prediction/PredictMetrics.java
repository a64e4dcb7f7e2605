package io.tradewind.inference.prediction;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;

/** Time inside inference per model, as a histogram; models beyond a bound share one label. */
@ApplicationScoped
public class PredictMetrics {

    private static final int MAX_MODELS = 100;
    private static final Duration[] BUCKETS = {
        Duration.ofNanos(50_000),
        Duration.ofNanos(100_000),
        Duration.ofNanos(250_000),
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofNanos(2_500_000),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(250),
        Duration.ofSeconds(1)
    };

    private final MeterRegistry registry;
    private final ConcurrentHashMap<UUID, Timer> timers = new ConcurrentHashMap<>();

    PredictMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** One answer, however many instances it held. */
    public void answered(UUID modelId, long startNanos) {
        Timer timer = timers.get(modelId);
        if (timer == null) {
            timer = timers.computeIfAbsent(modelId, this::timer);
        }
        timer.record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(UUID modelId) {
        String label = timers.size() < MAX_MODELS ? modelId.toString() : "other";
        return Timer.builder("tradewind.inference.predict")
                .description("Time inside inference from the request or candle to the answer")
                .tag("model", label)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
