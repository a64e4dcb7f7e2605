package io.tradewind.registry.bundle;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.model.VersionStatus;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.security.Caller;
import io.tradewind.registry.model.Change;
import io.tradewind.registry.model.ChangeKind;
import io.tradewind.registry.model.LifecycleStep;
import io.tradewind.registry.model.Model;
import io.tradewind.registry.model.ModelAccess;
import io.tradewind.registry.model.ModelChanges;
import io.tradewind.registry.model.ModelLifecycle;
import io.tradewind.registry.storage.BundleKey;
import io.tradewind.registry.storage.BundleStore;
import io.tradewind.registry.version.VersionService;
import io.tradewind.registry.version.Versions;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Decides whether a bundle becomes a version that can be relied on.
 *
 * <p>The version's row stays locked from the first look to the verdict, so that no file changes under the check, two
 * completions never meet, and a process that dies in between leaves a PENDING version that can be completed again.
 */
@ApplicationScoped
class BundleCompletion {

    /** What came of completing a version. */
    sealed interface Outcome {
        record Ready() implements Outcome {}

        record Refused(String reason) implements Outcome {}
    }

    private final Pool pool;
    private final ModelAccess access;
    private final ModelChanges changes;
    private final Versions versions;
    private final BundleStore store;
    private final BundleVerifier verifier;
    private final Caller caller;
    private final MeterRegistry meters;

    BundleCompletion(
            Pool pool,
            ModelAccess access,
            ModelChanges changes,
            Versions versions,
            BundleStore store,
            BundleVerifier verifier,
            Caller caller,
            MeterRegistry meters) {
        this.pool = pool;
        this.access = access;
        this.changes = changes;
        this.versions = versions;
        this.store = store;
        this.verifier = verifier;
        this.caller = caller;
        this.meters = meters;
    }

    /** Verifies what was uploaded; the verdict is final and stored before this answers. */
    Uni<Outcome> complete(BundleKey key, String digest) {
        return access.get(key.modelId())
                .chain(model -> pool.withTransaction(tx -> complete(tx, model, key, digest)))
                .invoke(outcome -> meters.counter(
                                "tradewind.registry.completions",
                                "outcome",
                                outcome instanceof Outcome.Ready ? "ready" : "refused")
                        .increment());
    }

    private Uni<Outcome> complete(SqlConnection tx, Model model, BundleKey key, String digest) {
        BundleExpectation expected = new BundleExpectation(
                digest, model.profile().architecture(), model.profile().task());
        return versions.findLocked(tx, key.modelId(), key.version())
                .map(found -> found.orElseThrow(() -> VersionService.missing(key.modelId(), key.version())))
                .chain(version -> completedBefore(version, digest)
                        ? Uni.createFrom().<Outcome>item(new Outcome.Ready())
                        : complete(tx, key, version, expected));
    }

    private Uni<Outcome> complete(
            SqlConnection tx, BundleKey key, Versions.Standing version, BundleExpectation expected) {
        if (version.status() != VersionStatus.PENDING) {
            throw new ServiceException(
                    ErrorCode.CONFLICT, "version " + key.version() + " is " + version.status() + " already");
        }
        return store.inspect(key, folder -> verifier.verify(folder, expected))
                .chain(verification -> settle(tx, key, verification));
    }

    /** A client that lost the answer asks again and gets the same one. */
    private static boolean completedBefore(Versions.Standing version, String digest) {
        return version.status() == VersionStatus.READY && digest.equals(version.digest());
    }

    private Uni<Outcome> settle(SqlConnection tx, BundleKey key, Verification verification) {
        return access.lock(tx, key.modelId())
                .onFailure(ServiceException.class)
                .call(gone -> store.remove(key))
                .chain(model -> switch (verification) {
                    case Verification.Passed passed -> accept(tx, model, key, passed.bundle());
                    case Verification.Refused refused -> refuse(tx, model, key, refused.reason());
                });
    }

    private Uni<Outcome> accept(SqlConnection tx, Model model, BundleKey key, Versions.Verified bundle) {
        return switch (ModelLifecycle.apply(model, new LifecycleStep.VersionReady(key.version()))) {
            case ModelLifecycle.Outcome.Moved moved ->
                store.publish(key)
                        .chain(() -> versions.ready(tx, key.modelId(), key.version(), bundle, changes.now()))
                        .chain(() -> changes.commit(tx, model, moved.model(), change(ChangeKind.VERSION_READY, key)))
                        .replaceWith(new Outcome.Ready());
            case ModelLifecycle.Outcome.Unchanged unchanged -> Uni.createFrom().item(new Outcome.Ready());
            case ModelLifecycle.Outcome.Refused refused -> refuse(tx, model, key, refused.reason());
        };
    }

    private Uni<Outcome> refuse(SqlConnection tx, Model model, BundleKey key, String reason) {
        Change change = change(ChangeKind.VERSION_FAILED, key).because(reason);
        return store.remove(key)
                .chain(() -> versions.failed(tx, key.modelId(), key.version(), reason, changes.now()))
                .chain(() -> changes.commit(tx, model, model, change))
                .replaceWith(new Outcome.Refused(reason));
    }

    private Change change(ChangeKind kind, BundleKey key) {
        return Change.of(kind, caller.userId(), key.version());
    }
}
