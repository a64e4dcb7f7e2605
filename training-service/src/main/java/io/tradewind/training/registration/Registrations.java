package io.tradewind.training.registration;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.model.VersionStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Makes a bundle a READY version of its model. Blocking: it runs on the thread of the job it belongs to and may take as
 * long as the registry is away. Each call can be repeated, so an answer that was lost does no harm.
 */
@ApplicationScoped
public class Registrations {

    private static final Logger LOG = Logger.getLogger(Registrations.class);
    private static final Duration LOOK_UP = Duration.ofMillis(50);

    private final RegistryApi registry;
    private final RegistryUploadApi uploads;
    private final RegistrationConfig config;
    private final ObjectMapper json;

    @Inject
    Registrations(
            @RestClient RegistryApi registry,
            @RestClient RegistryUploadApi uploads,
            RegistrationConfig config,
            ObjectMapper json) {
        this.registry = registry;
        this.uploads = uploads;
        this.config = config;
        this.json = json;
    }

    /** What became of the version an earlier attempt made. */
    public EarlierVersion find(UUID modelId, int version, RegistrationWatch watch) throws InterruptedException {
        RegistryAnswer<RegistryVersion> answer = patiently(watch, () -> registry.version(modelId, version));
        if (!(answer instanceof RegistryAnswer.Given<RegistryVersion>(RegistryVersion found))) {
            return new EarlierVersion.Gone();
        }
        return switch (found.status()) {
            case READY -> evaluated(modelId, found, watch);
            case PENDING -> new EarlierVersion.Open(version);
            case FAILED -> new EarlierVersion.Gone();
        };
    }

    private EarlierVersion evaluated(UUID modelId, RegistryVersion found, RegistrationWatch watch)
            throws InterruptedException {
        RegistryAnswer<Map<String, Object>> answer =
                patiently(watch, () -> registry.evaluation(modelId, found.version()));
        boolean known = answer instanceof RegistryAnswer.Given && found.bundleDigest() != null;
        return known
                ? new EarlierVersion.Ready(
                        found.version(),
                        found.bundleDigest(),
                        ((RegistryAnswer.Given<Map<String, Object>>) answer).value())
                : new EarlierVersion.Gone();
    }

    /** Uploads and completes; the version is made under this key, or is one that an earlier attempt left open. */
    public Registration register(NewBundle bundle, RegistrationWatch watch) throws IOException, InterruptedException {
        if (bundle.version().isPresent()) {
            return upload(bundle, bundle.version().getAsInt(), watch);
        }
        RegistryAnswer<RegistryVersion> created = patiently(
                watch,
                () -> registry.createVersion(
                        bundle.key(), bundle.modelId(), new RegistryApi.NewVersion(bundle.jobId())));
        if (created instanceof RegistryAnswer.Given<RegistryVersion>(RegistryVersion version)) {
            watch.reserved(version.version());
            return upload(bundle, version.version(), watch);
        }
        return refusal(created, watch);
    }

    private Registration upload(NewBundle bundle, int version, RegistrationWatch watch)
            throws IOException, InterruptedException {
        for (BundleFile file : BundleFile.of(bundle.folder())) {
            RegistryAnswer<Response> stored = patiently(
                    watch,
                    () -> uploads.putFile(
                            file.contentDigest(),
                            bundle.modelId(),
                            version,
                            file.name(),
                            file.path().toFile()));
            if (!(stored instanceof RegistryAnswer.Given)) {
                return refusal(stored, watch);
            }
        }
        RegistryAnswer<RegistryVersion> completed = patiently(
                watch, () -> uploads.complete(bundle.modelId(), version, new RegistryApi.Completion(bundle.digest())));
        return completed instanceof RegistryAnswer.Given<RegistryVersion>(RegistryVersion ready)
                ? registration(ready)
                : refusal(completed, watch);
    }

    private static Registration registration(RegistryVersion version) {
        if (version.status() == VersionStatus.READY && version.bundleDigest() != null) {
            return new Registration.Registered(version.version(), version.bundleDigest());
        }
        return new Registration.Refused("version " + version.version() + " is " + version.status()
                + (version.reason() == null ? "" : ": " + version.reason()));
    }

    private static Registration refusal(RegistryAnswer<?> answer, RegistrationWatch watch) {
        return switch (answer) {
            case RegistryAnswer.Denied<?>(int status, String reason) ->
                new Registration.Refused("the registry refused the bundle (" + status + "): " + reason);
            case RegistryAnswer.Away<?>(String reason) -> gaveUp(watch, reason);
            case RegistryAnswer.Given<?> given -> throw new IllegalStateException("not a refusal: " + given);
        };
    }

    private static Registration gaveUp(RegistrationWatch watch, String reason) {
        return watch.stopped() ? new Registration.Abandoned() : new Registration.Unreachable(reason);
    }

    /** Repeats a call until it is answered, denied, unwanted or waited for too long. */
    private <T> RegistryAnswer<T> patiently(RegistrationWatch watch, Supplier<Uni<T>> call)
            throws InterruptedException {
        Instant deadline = Instant.now().plus(config.timeout());
        Duration pause = config.firstPause();
        RegistryAnswer<T> answer = once(watch, call);
        while (answer instanceof RegistryAnswer.Away<T>(String reason)
                && !watch.stopped()
                && Instant.now().isBefore(deadline)) {
            LOG.debugf("again in about %s: %s", pause, reason);
            watch.pause(jittered(pause));
            pause = shorter(pause.multipliedBy(2), config.longestPause());
            answer = once(watch, call);
        }
        return answer;
    }

    /** One call, given up at once when it is not wanted any more. */
    private <T> RegistryAnswer<T> once(RegistrationWatch watch, Supplier<Uni<T>> call) throws InterruptedException {
        CompletableFuture<T> answer = Uni.createFrom().deferred(call::get).subscribeAsCompletionStage();
        while (!watch.stopped()) {
            try {
                return new RegistryAnswer.Given<>(answer.get(LOOK_UP.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException notYet) {
                LOG.trace("no answer yet");
            } catch (ExecutionException failed) {
                return RegistryAnswer.failed(failed.getCause(), json);
            }
        }
        answer.cancel(true);
        return new RegistryAnswer.Away<>("given up");
    }

    private static Duration jittered(Duration pause) {
        long millis = Math.max(2, pause.toMillis());
        return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
