package io.tradewind.inference.deployment;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tradewind.contracts.Topic;
import io.tradewind.contracts.event.Event;
import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.contracts.model.ReplicaSeen;
import io.tradewind.inference.serving.KnownModels;
import io.tradewind.inference.serving.LoadedModel;
import io.tradewind.inference.serving.ReplicaId;
import io.tradewind.inference.serving.ServedModels;
import io.tradewind.inference.storage.ReplicaStorage;
import io.tradewind.kit.broadcast.Broadcast;
import io.tradewind.kit.broadcast.BroadcastReader;
import io.tradewind.kit.inbox.Received;
import io.tradewind.kit.publish.EventPublisher;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import org.jboss.logging.Logger;

/** Keeps what this replica serves in line with what the registry wants served. */
@ApplicationScoped
public class DeploymentService {

    private static final Logger LOG = Logger.getLogger(DeploymentService.class);
    private static final long SAVE_DELAY_MILLIS = 100;
    private static final int AFTER_REQUESTS = 5_000;

    private final KnownModels known;
    private final ServedModels served;
    private final Broadcast broadcast;
    private final Loading loading;
    private final ReportQueue reports;
    private final DeploymentFile file;
    private final Reconciler reconciler;
    private final AtomicBoolean saving = new AtomicBoolean();
    private volatile BroadcastReader reader;

    DeploymentService(
            KnownModels known,
            ServedModels served,
            ReplicaId replicaId,
            ReplicaStorage storage,
            Broadcast broadcast,
            EventPublisher publisher,
            Loading loading,
            @Any Instance<DeploymentListener> listeners,
            DeploymentConfig config) {
        this.known = known;
        this.served = served;
        this.broadcast = broadcast;
        this.loading = loading;
        this.reports = new ReportQueue(publisher);
        this.file = new DeploymentFile(storage.file("deployments.ndjson"));
        this.reconciler = new Reconciler(
                new Reconciler.Serving(known, served),
                loading.loader(),
                new Reconciler.Reporting(event -> tell(listeners, event), replicaId.value()),
                new Reconciler.Patience(config.retryDelay(), config.retryMaxDelay(), config.reportAfterAttempts()),
                loading.threads());
    }

    private void tell(Instance<DeploymentListener> listeners, Event event) {
        reports.report(event);
        listeners.forEach(listener -> listener.reported(event));
    }

    /** What was served last is served first, before Kafka or the registry are even asked. */
    void start(@Observes StartupEvent event) {
        file.read().forEach(this::take);
        reader = broadcast.read(Set.of(Topic.MODELS), this::received);
    }

    void stop(@Observes @Priority(AFTER_REQUESTS) ShutdownEvent event) {
        reader.close();
        loading.close();
        file.write(known.all());
        reports.close();
    }

    private void received(List<Received> events) {
        events.stream()
                .map(Received::event)
                .filter(ModelChanged.class::isInstance)
                .map(ModelChanged.class::cast)
                .forEach(this::follow);
    }

    private void follow(ModelChanged model) {
        if (take(model) && saving.compareAndSet(false, true)) {
            loading.threads().schedule(this::save, SAVE_DELAY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private boolean take(ModelChanged model) {
        boolean news = known.offer(model);
        if (news) {
            reconciler.wake(model.modelId());
        }
        return news;
    }

    private void save() {
        saving.set(false);
        file.write(known.all());
        evict();
    }

    private void evict() {
        Set<String> wanted = known.all().stream()
                .map(ModelChanged::deployment)
                .flatMap(deployment -> Stream.of(
                        Optional.ofNullable(deployment.targetBundleDigest()),
                        Optional.ofNullable(deployment.activeBundleDigest())))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        try {
            loading.cache().evict(wanted);
        } catch (IOException e) {
            LOG.warn("old bundles cannot be deleted", e);
        }
    }

    /** Everything that answers now, with the deployment it belongs to. */
    public List<ReplicaSeen.Served> serving() {
        return served.all().stream()
                .map(LoadedModel::identity)
                .map(model -> new ReplicaSeen.Served(
                        model.modelId(),
                        model.version(),
                        progress(model.modelId()).deploymentRevision()))
                .toList();
    }

    /** How far this replica has come with a model. */
    public LoadProgress progress(UUID modelId) {
        return reconciler.progress(modelId);
    }

    /** Whether everything that is known to be wanted has been tried. */
    public boolean settled() {
        return reconciler.settled();
    }

    /** Whether the topic has been read to its end and everything wanted has been tried. */
    public boolean caughtUp() {
        BroadcastReader present = reader;
        return present != null && present.caughtUp() && reconciler.settled();
    }
}
