package io.tradewind.registry.storage;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.tradewind.kit.nativecall.NativeCallPool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Opens the store the configuration asks for, and the pool its file work runs on. */
@ApplicationScoped
class StorageBeans {

    @Produces
    @Singleton
    @Named("files")
    NativeCallPool files(StorageConfig config) {
        return new NativeCallPool("files", config.threads(), config.queue());
    }

    void close(@Disposes @Named("files") NativeCallPool files) {
        files.close();
    }

    @Produces
    @Singleton
    BundleStore store(StorageConfig config, @Named("files") NativeCallPool files) {
        try {
            return FolderBundleStore.open(config.folder(), files);
        } catch (IOException failed) {
            throw new UncheckedIOException("registry.storage.folder " + config.folder() + " cannot be used", failed);
        }
    }
}
