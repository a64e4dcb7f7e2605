package io.tradewind.inference.deployment;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.contracts.model.ModelLoadFailed;
import io.tradewind.contracts.model.ModelLoaded;
import io.tradewind.contracts.model.ModelUnloaded;
import io.tradewind.inference.serving.KnownModels;
import io.tradewind.inference.serving.LoadedModel;
import io.tradewind.inference.serving.ServedModels;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings what is served in line with what is wanted, one model at a time and one step at a time per model. Each step
 * looks at the newest wish, so a burst of deployments ends with the last one whatever came between.
 */
final class Reconciler {

    private static final Logger LOG = Logger.getLogger(Reconciler.class);

    /** When to try again and when to say that it does not work. */
    record Patience(Duration retryDelay, Duration retryMaxDelay, int reportAfterAttempts) {}

    /** Who is told, and as whom. */
    record Reporting(Reports to, String replicaId) {}

    /** What is wished for and what is there. */
    record Serving(KnownModels known, ServedModels served) {}

    /** What is known of one model's way; touched by one step at a time only. */
    private static final class Course {
        private final AtomicInteger wishes = new AtomicInteger();
        private final Set<WantedVersion> refused = new HashSet<>();
        private volatile LoadProgress progress = NOTHING_WANTED;
        private @Nullable WantedVersion trying;
        private int attempts;
        private boolean reported;
        private long wantedRevision;
        private long servedRevision;
    }

    private static final LoadProgress NOTHING_WANTED = new LoadProgress(null, 0, 0, null);

    private final Serving serving;
    private final ModelLoader loader;
    private final Reporting reporting;
    private final Patience patience;
    private final ScheduledExecutorService executor;
    private final ConcurrentHashMap<UUID, Course> courses = new ConcurrentHashMap<>();
    private final AtomicInteger busy = new AtomicInteger();

    Reconciler(
            Serving serving,
            ModelLoader loader,
            Reporting reporting,
            Patience patience,
            ScheduledExecutorService executor) {
        this.serving = serving;
        this.loader = loader;
        this.reporting = reporting;
        this.patience = patience;
        this.executor = executor;
    }

    /** Something about this model changed. */
    void wake(UUID modelId) {
        Course course = courses.computeIfAbsent(modelId, id -> new Course());
        if (course.wishes.getAndIncrement() == 0) {
            busy.incrementAndGet();
            executor.execute(() -> run(modelId, course));
        }
    }

    /** Whether nothing is being loaded or waits to be; what failed and waits for its next attempt does not count. */
    boolean settled() {
        return busy.get() == 0;
    }

    LoadProgress progress(UUID modelId) {
        Course course = courses.get(modelId);
        return course == null ? NOTHING_WANTED : course.progress;
    }

    private void run(UUID modelId, Course course) {
        int seen;
        do {
            seen = course.wishes.get();
            try {
                step(modelId, course);
            } catch (RuntimeException e) {
                LOG.errorf(e, "cannot follow the deployment of model %s; trying again", modelId);
                retryLater(modelId, course);
            }
        } while (!course.wishes.compareAndSet(seen, 0));
        busy.decrementAndGet();
    }

    private void step(UUID modelId, Course course) {
        Optional<ModelChanged> model = known(modelId);
        model.ifPresent(state -> forgetRefusalsOfOlderDeployments(course, state));
        Optional<WantedVersion> wanted = model.flatMap(WantedVersion::of);
        if (wanted.isPresent() && course.refused.contains(wanted.get())) {
            if (served(modelId).isPresent()) {
                // What answers stays; only a replica that has nothing fetches what the others serve.
                return;
            }
            wanted = model.flatMap(WantedVersion::activeBefore).filter(before -> !course.refused.contains(before));
            if (wanted.isEmpty()) {
                return;
            }
        }
        if (wanted.isEmpty()) {
            unload(modelId, course);
        } else {
            follow(modelId, course, wanted.get());
        }
    }

    private static void forgetRefusalsOfOlderDeployments(Course course, ModelChanged model) {
        if (model.deployment().revision() != course.wantedRevision) {
            course.wantedRevision = model.deployment().revision();
            course.refused.clear();
        }
    }

    private Optional<ModelChanged> known(UUID modelId) {
        return serving.known().find(modelId);
    }

    private Optional<LoadedModel> served(UUID modelId) {
        return serving.served().find(modelId);
    }

    private void follow(UUID modelId, Course course, WantedVersion wanted) {
        Optional<LoadedModel.Identity> now = served(modelId).map(LoadedModel::identity);
        boolean there = now.isPresent()
                && wanted.sameBundle(now.get().version(), now.get().bundleDigest());
        if (!there) {
            load(modelId, course, wanted);
        } else if (wanted.deploymentRevision() > course.servedRevision) {
            serves(modelId, course, wanted, 0);
        }
    }

    private void load(UUID modelId, Course course, WantedVersion wanted) {
        if (!wanted.equals(course.trying)) {
            course.trying = wanted;
            course.attempts = 0;
            course.reported = false;
        }
        try {
            LoadedModel loaded = loader.load(modelId, wanted);
            if (!stillWanted(modelId, wanted)) {
                // Replaced by a newer wish while it loaded: it never answers.
                loaded.discard();
                return;
            }
            Optional<LoadedModel> replaced = serving.served().swapIn(loaded);
            serves(modelId, course, wanted, loaded.facts().loadMillis());
            replaced.ifPresent(this::reportWhenFree);
        } catch (LoadFailedException e) {
            failed(modelId, course, wanted, e);
        }
    }

    private boolean stillWanted(UUID modelId, WantedVersion wanted) {
        Optional<ModelChanged> model = known(modelId);
        return model.flatMap(WantedVersion::of).filter(wanted::equals).isPresent()
                || model.flatMap(WantedVersion::activeBefore)
                        .filter(wanted::equals)
                        .isPresent();
    }

    private void serves(UUID modelId, Course course, WantedVersion wanted, long loadMillis) {
        course.servedRevision = wanted.deploymentRevision();
        course.trying = null;
        course.progress = new LoadProgress(wanted.version(), wanted.deploymentRevision(), 0, null);
        LOG.infof("modelId=%s modelVersion=%d serves, loaded in %d ms", modelId, wanted.version(), loadMillis);
        reporting
                .to()
                .report(new ModelLoaded(
                        reporting.replicaId(),
                        modelId,
                        wanted.version(),
                        wanted.bundleDigest(),
                        wanted.deploymentRevision(),
                        loadMillis,
                        Instant.now()));
    }

    private void failed(UUID modelId, Course course, WantedVersion wanted, LoadFailedException cause) {
        course.attempts++;
        course.progress =
                new LoadProgress(wanted.version(), course.servedRevision, course.attempts, cause.getMessage());
        LOG.warnf(
                "modelId=%s modelVersion=%d did not load (attempt %d, %s): %s",
                modelId, wanted.version(), course.attempts, cause.kind(), cause.getMessage());
        boolean permanent = cause.kind() == LoadFailedException.Kind.PERMANENT;
        if (permanent || course.attempts >= patience.reportAfterAttempts()) {
            reportFailure(modelId, course, wanted, cause);
        }
        if (permanent) {
            course.refused.add(wanted);
            wakeForWhatWasActive(modelId);
        } else {
            retryLater(modelId, course);
        }
    }

    private void wakeForWhatWasActive(UUID modelId) {
        if (served(modelId).isEmpty()) {
            wake(modelId);
        }
    }

    private void reportFailure(UUID modelId, Course course, WantedVersion wanted, LoadFailedException cause) {
        if (course.reported) {
            return;
        }
        course.reported = true;
        reporting
                .to()
                .report(new ModelLoadFailed(
                        reporting.replicaId(),
                        modelId,
                        wanted.version(),
                        wanted.deploymentRevision(),
                        String.valueOf(cause.getMessage()),
                        Instant.now()));
    }

    private void retryLater(UUID modelId, Course course) {
        long delay = patience.retryDelay().toMillis() << Math.min(course.attempts, 12);
        long millis = Math.min(delay, patience.retryMaxDelay().toMillis());
        long jittered = ThreadLocalRandom.current().nextLong(millis / 2, millis + 1);
        executor.schedule(() -> wake(modelId), jittered, TimeUnit.MILLISECONDS);
    }

    private void unload(UUID modelId, Course course) {
        serving.served().remove(modelId).ifPresent(this::reportWhenFree);
        course.servedRevision = 0;
        course.progress = NOTHING_WANTED;
    }

    private void reportWhenFree(LoadedModel model) {
        LoadedModel.Identity was = model.identity();
        model.closed().whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.errorf(failure, "modelId=%s modelVersion=%d did not free its memory", was.modelId(), was.version());
            }
            reporting
                    .to()
                    .report(new ModelUnloaded(reporting.replicaId(), was.modelId(), was.version(), Instant.now()));
        });
    }
}
