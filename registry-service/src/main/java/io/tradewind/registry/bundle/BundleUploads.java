package io.tradewind.registry.bundle;

import java.util.List;
import java.util.Optional;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.model.VersionStatus;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.registry.model.ModelChanges;
import io.tradewind.registry.storage.BundleKey;
import io.tradewind.registry.storage.BundleStore;
import io.tradewind.registry.storage.Received;
import io.tradewind.registry.storage.StorageConfig;
import io.tradewind.registry.storage.TooLargeException;
import io.tradewind.registry.version.VersionFile;
import io.tradewind.registry.version.VersionService;
import io.tradewind.registry.version.Versions;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes the files of a bundle in, one request each. */
@ApplicationScoped
class BundleUploads {
    private final Pool pool;
    private final VersionService service;
    private final Versions versions;
    private final BundleStore store;
    private final StorageConfig limits;
    private final ModelChanges changes;
    private final MeterRegistry meters;

    BundleUploads(
            Pool pool,
            VersionService service,
            Versions versions,
            BundleStore store,
            StorageConfig limits,
            ModelChanges changes,
            MeterRegistry meters) {
        this.pool = pool;
        this.service = service;
        this.versions = versions;
        this.store = store;
        this.limits = limits;
        this.changes = changes;
        this.meters = meters;
    }

    /** Streams a file to disk, checks it, and adds it to the bundle; fails leaving nothing of it behind. */
    Uni<VersionFile> upload(Upload upload, Multi<Buffer> body) {
        long limit = limits.maxFileSize().asLongValue();
        if (upload.size() > limit) {
            return Uni.createFrom().failure(tooLarge("a file", limit));
        }
        return service.get(upload.key().modelId(), upload.key().version())
                .invoke(version -> requirePending(upload.key(), version.status()))
                .chain(version -> store.receive(body, limit))
                .onFailure(TooLargeException.class)
                .transform(failed -> tooLarge("a file", limit))
                .chain(received -> keep(upload, received))
                .invoke(file -> count("accepted"))
                .onFailure()
                .invoke(failed -> count("refused"));
    }

    private Uni<VersionFile> keep(Upload upload, Received received) {
        return Uni.createFrom()
                .deferred(() -> {
                    requireDigest(upload, received);
                    return pool.withTransaction(tx -> stage(tx, upload, received));
                })
                .onFailure()
                .call(failed -> store.discard(received));
    }

    private Uni<VersionFile> stage(SqlConnection tx, Upload upload, Received received) {
        BundleKey key = upload.key();
        VersionFile file = new VersionFile(upload.name().value(), received.sha256(), received.size(), changes.now());
        return versions.findLocked(tx, key.modelId(), key.version())
                .invoke(found -> requirePending(key, found))
                .chain(() -> versions.files(tx, key.modelId(), key.version()))
                .invoke(present -> requireRoom(present, file))
                .chain(() -> versions.putFile(tx, key.modelId(), key.version(), file))
                .chain(() -> store.stage(received, key, upload.name()))
                .replaceWith(file);
    }

    private void requireRoom(List<VersionFile> present, VersionFile file) {
        List<VersionFile> others = present.stream()
                .filter(other -> !other.name().equals(file.name()))
                .toList();
        if (others.size() >= limits.maxFiles()) {
            throw new ServiceException(ErrorCode.UNPROCESSABLE, "a bundle has at most " + limits.maxFiles() + " files");
        }
        long total = file.size() + others.stream().mapToLong(VersionFile::size).sum();
        if (total > limits.maxBundleSize().asLongValue()) {
            throw tooLarge("a bundle", limits.maxBundleSize().asLongValue());
        }
    }

    private static void requireDigest(Upload upload, Received received) {
        if (!received.sha256().equals(upload.sha256())) {
            throw new ServiceException(
                            ErrorCode.UNPROCESSABLE,
                            "Content-Digest says " + upload.sha256() + " but the " + received.size()
                                    + " bytes that arrived have " + received.sha256())
                    .with("expected", upload.sha256())
                    .with("actual", received.sha256());
        }
    }

    private static void requirePending(BundleKey key, Optional<Versions.Standing> found) {
        requirePending(
                key,
                found.orElseThrow(() -> VersionService.missing(key.modelId(), key.version()))
                        .status());
    }

    private static void requirePending(BundleKey key, VersionStatus status) {
        if (status != VersionStatus.PENDING) {
            throw new ServiceException(
                    ErrorCode.CONFLICT,
                    "version " + key.version() + " is " + status + "; files are added to a PENDING version only");
        }
    }

    private static ServiceException tooLarge(String what, long limit) {
        return new ServiceException(ErrorCode.TOO_LARGE, what + " has at most " + limit + " bytes")
                .with("limitBytes", limit);
    }

    private void count(String outcome) {
        meters.counter("tradewind.registry.uploads", "outcome", outcome).increment();
    }
}
