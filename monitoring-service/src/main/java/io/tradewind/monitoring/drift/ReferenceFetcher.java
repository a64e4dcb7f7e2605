package io.tradewind.monitoring.drift;

import java.time.Duration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Gets the references that are wanted from the registry, and has what waited for them counted. */
@Singleton
class ReferenceFetcher {

    private static final Logger LOG = Logger.getLogger(ReferenceFetcher.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int AT_A_TIME = 16;

    private final References references;
    private final DriftService drift;
    private final RegistryClient registry;
    private final ObjectMapper json;
    private final DriftConfig config;

    ReferenceFetcher(
            References references,
            DriftService drift,
            @RestClient RegistryClient registry,
            ObjectMapper json,
            DriftConfig config) {
        this.references = references;
        this.drift = drift;
        this.registry = registry;
        this.json = json;
        this.config = config;
    }

    @Scheduled(
            identity = "reference-fetch",
            every = "${monitoring.drift.fetch-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return references
                .claim(AT_A_TIME)
                .onItem()
                .transformToMulti(claims -> Multi.createFrom().iterable(claims))
                .onItem()
                .transformToUniAndConcatenate(this::fetch)
                .collect()
                .last()
                .chain(() -> drift.countPending());
    }

    private Uni<Void> fetch(References.Claim claim) {
        VersionKey version = claim.version();
        return file(version, "reference.json")
                // What cannot be read now must not be stored as ready.
                .invoke(profile -> references.parse(profile, null))
                .flatMap(profile -> accuracy(version).chain(accuracy -> references.ready(version, profile, accuracy)))
                .onFailure()
                .recoverWithUni(failure -> putOff(claim, failure));
    }

    private Uni<@Nullable Double> accuracy(VersionKey version) {
        return file(version, "evaluation.json")
                .map(this::readAccuracy)
                .onFailure(ReferenceFetcher::isNotFound)
                .recoverWithNull();
    }

    private @Nullable Double readAccuracy(String evaluation) {
        try {
            JsonNode accuracy = json.readTree(evaluation).path("accuracy");
            return accuracy.isNumber() ? (Double) accuracy.doubleValue() : null;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("evaluation.json cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private Uni<String> file(VersionKey version, String name) {
        return registry.file(version.modelId(), version.version(), name);
    }

    private Uni<Void> putOff(References.Claim claim, Throwable failure) {
        Duration pause = pause(claim.attempts());
        VersionKey version = claim.version();
        if (isNotFound(failure)) {
            return references.absent(version, "the registry has no reference.json for this version", pause);
        }
        LOG.warnf(
                "reference of model %s version %d not fetched, next try in %s: %s",
                version.modelId(), version.version(), pause, failure.getMessage());
        return references.failed(version, String.valueOf(failure.getMessage()), pause);
    }

    /** 1, 2, 4, ... seconds, up to the longest pause. */
    private Duration pause(int attempts) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 20));
        return doubled.compareTo(config.longestRetryPause()) > 0 ? config.longestRetryPause() : doubled;
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof WebApplicationException web
                && web.getResponse().getStatus() == 404;
    }
}
