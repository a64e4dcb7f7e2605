package io.tradewind.inference.deployment;

import java.io.IOException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.tradewind.inference.storage.ReplicaStorage;
import io.tradewind.kit.security.ServiceToken;
import jakarta.inject.Singleton;

/** Loading has threads of its own: a version that is brought in takes none of those that answer. */
@Singleton
class Loading implements AutoCloseable {

    private final ScheduledThreadPoolExecutor threads;
    private final RegistryBundleClient registry;
    private final BundleCache cache;
    private final ModelLoader loader;

    Loading(DeploymentConfig config, RegistryConfig registryConfig, ReplicaStorage storage, ServiceToken token)
            throws IOException {
        AtomicInteger number = new AtomicInteger();
        threads = new ScheduledThreadPoolExecutor(config.loaderThreads(), task -> Thread.ofPlatform()
                .name("model-loader-" + number.getAndIncrement())
                .daemon()
                .unstarted(task));
        // Retries that wait for their time must not keep a shutdown waiting.
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        registry = new RegistryBundleClient(registryConfig.url().toString(), token::bearer, config.downloadTimeout());
        var limits = new BundleCache.Limits(
                config.maxBundleSize().asLongValue(), config.cacheSize().asLongValue());
        cache = new BundleCache(storage.directory("models"), registry, limits);
        loader = new ModelLoader(cache, config.warmUp(), threads);
    }

    ScheduledThreadPoolExecutor threads() {
        return threads;
    }

    BundleCache cache() {
        return cache;
    }

    ModelLoader loader() {
        return loader;
    }

    @Override
    public void close() {
        registry.close();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
