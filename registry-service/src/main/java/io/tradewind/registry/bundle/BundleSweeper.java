package io.tradewind.registry.bundle;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.model.VersionStatus;
import io.tradewind.registry.model.Change;
import io.tradewind.registry.model.ChangeKind;
import io.tradewind.registry.model.Model;
import io.tradewind.registry.model.ModelChanges;
import io.tradewind.registry.model.ModelFiles;
import io.tradewind.registry.model.Models;
import io.tradewind.registry.storage.BundleKey;
import io.tradewind.registry.storage.BundleStore;
import io.tradewind.registry.storage.StorageConfig;
import io.tradewind.registry.version.Versions;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Removes what no version needs: uploads whose process died, staged files of versions that are not PENDING, bundles nobody
 * completed in time, and the files of deleted models. Runs at start and then in intervals.
 *
 * <p>Published files are removed only on evidence, a deleted model or a given-up version, never for want of a row: a
 * database restored from a backup must not cost anybody a bundle.
 */
@ApplicationScoped
class BundleSweeper implements ModelFiles {
    private static final Logger LOG = Logger.getLogger(BundleSweeper.class);
    private static final String ACTOR = "registry";

    private final Pool pool;
    private final Models models;
    private final ModelChanges changes;
    private final Versions versions;
    private final BundleStore store;
    private final StorageConfig config;

    BundleSweeper(
            Pool pool,
            Models models,
            ModelChanges changes,
            Versions versions,
            BundleStore store,
            StorageConfig config) {
        this.pool = pool;
        this.models = models;
        this.changes = changes;
        this.versions = versions;
        this.store = store;
        this.config = config;
    }

    @Override
    public Uni<Void> remove(UUID modelId) {
        return store.removeModel(modelId)
                .onFailure()
                .invoke(failed -> LOG.warnf(failed, "files of deleted model %s are left to the sweep", modelId))
                .onFailure()
                .recoverWithNull();
    }

    @Scheduled(every = "${registry.storage.sweep-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return store.sweep()
                .chain(staged -> each(staged, this::removeUnlessPending))
                .chain(() -> versions.waitingLongerThan(pool, config.pendingTimeout(), changes.now()))
                .chain(expired -> each(expired, this::giveUp))
                .chain(store::publishedModels)
                .chain(published -> models.deletedAmong(pool, published))
                .chain(deleted -> each(deleted, store::removeModel));
    }

    private Uni<Void> removeUnlessPending(BundleKey key) {
        return versions.find(pool, key.modelId(), key.version())
                .chain(found -> found.filter(version -> version.status() == VersionStatus.PENDING)
                                .isPresent()
                        ? Uni.createFrom().voidItem()
                        : store.removeStaged(key));
    }

    private Uni<Void> giveUp(Versions.Key expired) {
        BundleKey key = new BundleKey(expired.modelId(), expired.number());
        return pool.withTransaction(tx -> versions.findLocked(tx, key.modelId(), key.version())
                .chain(found -> found.filter(version -> version.status() == VersionStatus.PENDING)
                                .isPresent()
                        ? giveUp(tx, key)
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> giveUp(SqlConnection tx, BundleKey key) {
        String reason = "no complete bundle within " + config.pendingTimeout();
        Change change =
                Change.of(ChangeKind.VERSION_FAILED, ACTOR, key.version()).because(reason);
        return store.remove(key)
                .chain(() -> versions.failed(tx, key.modelId(), key.version(), reason, changes.now()))
                .chain(() -> models.findLocked(tx, key.modelId()))
                .chain(found -> found.map(model -> note(tx, model, change))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> note(SqlConnection tx, Model model, Change change) {
        return changes.commit(tx, model, model, change).replaceWithVoid();
    }

    private static <T> Uni<Void> each(List<T> items, Function<T, Uni<? extends Void>> action) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(action)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
