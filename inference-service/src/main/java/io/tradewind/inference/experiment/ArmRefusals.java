package io.tradewind.inference.experiment;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/**
 * Makes it known that an arm has no prediction because the version it is pinned to is not served. Another version's would
 * be counted for the arm, and the asked model's would leave the arm's units out: either way the experiment would answer a
 * question that nobody asked.
 */
@ApplicationScoped
public class ArmRefusals {

    private static final Logger LOG = Logger.getLogger(ArmRefusals.class);
    private static final int MOST_REMEMBERED = 1_000;

    private record Told(UUID experimentId, String variant, MissingVersion missing) {}

    private final Counter refused;
    private final Set<Told> told = ConcurrentHashMap.newKeySet();

    @Inject
    ArmRefusals(MeterRegistry metrics) {
        this.refused = Counter.builder("tradewind.inference.experiment.refused")
                .description("Predictions not made because an experiment's arm is pinned to a version not served")
                .register(metrics);
    }

    /** Counts it; logs it when it is news. */
    public void report(Arm arm, MissingVersion missing) {
        refused.increment();
        Told news = new Told(arm.experiment().experimentId(), arm.variant().name(), missing);
        if (told.size() >= MOST_REMEMBERED) {
            told.clear();
        }
        if (told.add(news)) {
            LOG.warnf(
                    "experimentId=%s variant=%s makes no predictions: %s",
                    news.experimentId(), news.variant(), missing.reason());
        }
    }

    /** The answer to a request that is this arm's; counted and logged. */
    public ServiceException refuse(Arm arm, MissingVersion missing) {
        report(arm, missing);
        ServiceException refusal = new ServiceException(
                        ErrorCode.MODEL_NOT_LOADED,
                        "this request belongs to variant %s of experiment %s, which cannot answer: %s"
                                .formatted(
                                        arm.variant().name(), arm.experiment().experimentId(), missing.reason()))
                .with("experimentId", arm.experiment().experimentId())
                .with("variant", arm.variant().name())
                .with("pinnedVersion", missing.pinned());
        return missing.served() == null ? refusal : refusal.with("servedVersion", missing.served());
    }
}
