package io.tradewind.registry.bundle;

import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.model.VersionStatus;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.registry.storage.BundleKey;
import io.tradewind.registry.storage.BundleStore;
import io.tradewind.registry.storage.FileName;
import io.tradewind.registry.version.ModelVersion;
import io.tradewind.registry.version.VersionFile;
import io.tradewind.registry.version.VersionService;
import io.tradewind.registry.version.Versions;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the files of bundles and reads them. */
@ApplicationScoped
class BundleDownloads {
    private final Pool pool;
    private final VersionService service;
    private final Versions versions;
    private final BundleStore store;

    BundleDownloads(Pool pool, VersionService service, Versions versions, BundleStore store) {
        this.pool = pool;
        this.service = service;
        this.versions = versions;
        this.store = store;
    }

    /** The files of a version, uploaded so far or for good. */
    Uni<List<VersionFile>> list(UUID modelId, int number) {
        return service.get(modelId, number).chain(version -> versions.files(pool, modelId, number));
    }

    /** One file of a READY version. */
    Uni<VersionFile> get(UUID modelId, int number, String name) {
        return service.get(modelId, number)
                .invoke(BundleDownloads::requireReady)
                .chain(version -> versions.files(pool, modelId, number))
                .map(files -> files.stream()
                        .filter(file -> file.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new ServiceException(
                                ErrorCode.NOT_FOUND, "version " + number + " has no file of that name")));
    }

    /** The bytes of a file that was found before. */
    StoredContent read(BundleKey key, VersionFile file, long offset, long length) {
        return new StoredContent(store.read(key, new FileName(file.name()), offset, length), length);
    }

    private static void requireReady(ModelVersion version) {
        if (version.status() != VersionStatus.READY) {
            throw new ServiceException(
                    ErrorCode.CONFLICT,
                    "version " + version.number() + " is " + version.status()
                            + "; only READY versions can be downloaded");
        }
    }
}
