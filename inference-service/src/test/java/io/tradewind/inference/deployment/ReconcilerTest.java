package io.tradewind.inference.deployment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import com.sun.net.httpserver.HttpServer;
import io.tradewind.contracts.event.Event;
import io.tradewind.contracts.model.DeploymentState;
import io.tradewind.contracts.model.DeploymentStatus;
import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.contracts.model.ModelLoadFailed;
import io.tradewind.contracts.model.ModelLoaded;
import io.tradewind.contracts.model.ModelStatus;
import io.tradewind.contracts.model.ModelUnloaded;
import io.tradewind.inference.fixture.Models;
import io.tradewind.inference.fixture.RegistryFace;
import io.tradewind.inference.fixture.TestBundles;
import io.tradewind.inference.serving.KnownModels;
import io.tradewind.inference.serving.Lease;
import io.tradewind.inference.serving.ServedModels;
import io.tradewind.learning.bundle.Bundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ReconcilerTest {

    private static final Duration TICK = Duration.ofMillis(1);

    @TempDir
    Path folder;

    @TempDir
    Path cacheFolder;

    private final KnownModels known = new KnownModels();
    private final ServedModels served = new ServedModels();
    private final List<Event> reported = new CopyOnWriteArrayList<>();
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(1);
    private final Models model = Models.of("BTCUSD");
    private HttpServer registry;
    private RegistryBundleClient client;
    private Reconciler reconciler;

    @BeforeEach
    void start() throws IOException {
        registry = RegistryFace.serve(folder);
        client = new RegistryBundleClient(
                "http://127.0.0.1:" + registry.getAddress().getPort(), () -> "Bearer t", Duration.ofSeconds(5));
        reconciler = reconciler();
    }

    private Reconciler reconciler() throws IOException {
        var cache = new BundleCache(cacheFolder, client, new BundleCache.Limits(1 << 20, 1 << 20));
        return new Reconciler(
                new Reconciler.Serving(known, served),
                new ModelLoader(cache, TICK, threads),
                new Reconciler.Reporting(reported::add, "replica-1"),
                new Reconciler.Patience(Duration.ofMillis(2), Duration.ofMillis(20), 3),
                threads);
    }

    @AfterEach
    void stop() {
        registry.stop(0);
        client.close();
        threads.shutdownNow();
    }

    @Test
    void loadsWhatIsWantedAndReportsIt() {
        Bundle bundle = tree(1, 1.0);

        tell(model.deploying(1, 1, bundle.digest()));

        await().until(() -> served.find(model.id()).isPresent());
        await().until(() -> count(ModelLoaded.class) == 1);
        ModelLoaded loaded = (ModelLoaded) reported.getFirst();
        assertThat(loaded.replicaId()).isEqualTo("replica-1");
        assertThat(loaded.version()).isEqualTo(1);
        assertThat(loaded.bundleDigest()).isEqualTo(bundle.digest());
        assertThat(loaded.deploymentRevision()).isEqualTo(1);
        assertThat(reconciler.progress(model.id()).deploymentRevision()).isEqualTo(1);
    }

    @Test
    void swapsVersionsAndUnloadsTheOldOneOnlyAfterItsLastLease() {
        String first = tree(1, 1.0).digest();
        String second = tree(2, 2.0).digest();
        tell(model.deploying(1, 1, first));
        await().until(() -> served.find(model.id()).isPresent());
        Lease lease = served.acquire(model.id()).orElseThrow();

        tell(model.replacing(2, 2, second, 1, first));

        await().until(() -> version() == 2);
        assertThat(lease.predict(new double[] {0.1, 0}, 1)[0].direction()).isEqualTo(1);
        assertThat(count(ModelUnloaded.class)).isZero();

        lease.close();

        await().until(() -> count(ModelUnloaded.class) == 1);
        assertThat(reported.stream().filter(ModelUnloaded.class::isInstance))
                .extracting(event -> ((ModelUnloaded) event).version())
                .containsExactly(1);
    }

    @Test
    void keepsTheOldVersionAndSaysWhyWhenTheNewOneIsDamaged() throws IOException {
        String good = tree(1, 1.0).digest();
        tell(model.deploying(1, 1, good));
        await().until(() -> version() == 1);
        Bundle bad = tree(2, 2.0);
        Files.writeString(bad.directory().resolve("model.json"), "{}");

        tell(model.replacing(2, 2, bad.digest(), 1, good));

        await().until(() -> count(ModelLoadFailed.class) == 1);
        ModelLoadFailed failed = (ModelLoadFailed) reported.getLast();
        assertThat(failed.version()).isEqualTo(2);
        assertThat(failed.deploymentRevision()).isEqualTo(2);
        assertThat(failed.reason()).contains("sha256 of model.json");
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void refusesForGoodWhatTheManifestDoesNotAllow() throws IOException {
        Path files = RegistryFace.files(folder, model.id(), 1);
        Files.createDirectories(files);
        byte[] manifest = "{\"formatVersion\": 9}".getBytes(StandardCharsets.UTF_8);
        Files.write(files.resolve("manifest.json"), manifest);

        tell(model.deploying(1, 1, RegistryBundleClientTest.sha256(manifest)));

        await().until(() -> count(ModelLoadFailed.class) == 1);
        assertThat(((ModelLoadFailed) reported.getFirst()).reason()).contains("the bundle is refused");
        assertThat(reconciler.progress(model.id()).attempts()).isEqualTo(1);
    }

    @Test
    void triesAgainWhileTheRegistryIsAwayAndReportsItOnce() throws IOException {
        Bundle bundle = tree(1, 1.0);
        Files.createFile(folder.resolve("down"));
        tell(model.deploying(1, 1, bundle.digest()));
        await().until(() -> reconciler.progress(model.id()).attempts() >= 5);
        assertThat(count(ModelLoadFailed.class)).isEqualTo(1);

        Files.delete(folder.resolve("down"));

        await().until(() -> version() == 1);
        assertThat(reconciler.progress(model.id()).failure()).isNull();
    }

    @Test
    void servesFromTheCacheWhenTheRegistryIsAwayAfterARestart() throws IOException {
        Bundle bundle = tree(1, 1.0);
        tell(model.deploying(1, 1, bundle.digest()));
        await().until(() -> version() == 1);
        registry.stop(0);
        served.remove(model.id());
        reported.clear();

        reconciler = reconciler();
        reconciler.wake(model.id());

        await().until(() -> version() == 1);
        await().until(() -> count(ModelLoaded.class) == 1);
    }

    @Test
    void fetchesAgainWhatWentBadOnDisk() throws IOException {
        Bundle bundle = tree(1, 1.0);
        tell(model.deploying(1, 1, bundle.digest()));
        await().until(() -> version() == 1);
        served.remove(model.id());
        Files.writeString(
                cacheFolder.resolve("bundles").resolve(bundle.digest()).resolve("model.json"), "rotten");

        reconciler = reconciler();
        reconciler.wake(model.id());

        await().until(() -> version() == 1);
    }

    @Test
    void fallsBackToWhatIsActiveElsewhereWhenAFreshReplicaCannotLoadTheTarget() throws IOException {
        String active = tree(1, 1.0).digest();
        Bundle target = tree(2, 2.0);
        Files.delete(target.directory().resolve("model.json"));

        tell(model.replacing(3, 2, target.digest(), 1, active));

        await().until(() -> version() == 1);
        assertThat(count(ModelLoadFailed.class)).isEqualTo(1);
        assertThat(reconciler.progress(model.id()).deploymentRevision()).isEqualTo(2);
    }

    @Test
    void goesBackToTheActiveVersionWhenTheDeploymentFailed() {
        String first = tree(1, 1.0).digest();
        String second = tree(2, 2.0).digest();
        tell(model.replacing(2, 2, second, 1, first));
        await().until(() -> version() == 2);

        tell(model.state(
                3, new DeploymentState(DeploymentStatus.FAILED, 2, 2, second, 1, first, "another replica could not")));

        await().until(() -> version() == 1);
    }

    @Test
    void reportsAnewWhenTheSameVersionIsDeployedAgain() {
        String digest = tree(1, 1.0).digest();
        tell(model.deploying(1, 1, digest));
        await().until(() -> count(ModelLoaded.class) == 1);

        tell(model.deploying(2, 1, digest));

        await().until(() -> count(ModelLoaded.class) == 2);
        assertThat(((ModelLoaded) reported.getLast()).deploymentRevision()).isEqualTo(2);
        assertThat(count(ModelUnloaded.class)).isZero();
    }

    @Test
    void unloadsWhatIsUndeployedArchivedOrDeleted() {
        String digest = tree(1, 1.0).digest();
        tell(model.active(1, 1, digest));
        await().until(() -> version() == 1);
        tell(model.undeployed(2));
        await().until(() -> count(ModelUnloaded.class) == 1);
        tell(model.active(3, 1, digest));
        await().until(() -> version() == 1);
        ModelChanged active = model.active(4, 1, digest);
        tell(model.state(4, active.deployment(), ModelStatus.ARCHIVED));
        await().until(() -> count(ModelUnloaded.class) == 2);
        tell(model.active(5, 1, digest));
        await().until(() -> version() == 1);

        tell(model.state(6, active.deployment(), ModelStatus.DELETED));

        await().until(() -> count(ModelUnloaded.class) == 3);
        assertThat(served.all()).isEmpty();
        assertThat(known.all()).isEmpty();
    }

    @Test
    void endsWithTheLastOfManyDeployments() {
        List<String> digests = List.of(
                tree(1, 1.0).digest(),
                tree(2, 2.0).digest(),
                tree(3, 3.0).digest(),
                tree(4, 4.0).digest());

        for (int revision = 1; revision <= 40; revision++) {
            int version = 1 + revision % 4;
            tell(model.deploying(revision, version, digests.get(version - 1)));
        }

        await().until(reconciler::settled);
        assertThat(version()).isEqualTo(1);
        assertThat(reconciler.progress(model.id()).deploymentRevision()).isEqualTo(40);
    }

    @Test
    void ignoresAnOlderState() {
        String digest = tree(1, 1.0).digest();
        tell(model.active(5, 1, digest));
        await().until(() -> version() == 1);

        assertThat(known.offer(model.undeployed(4))).isFalse();
    }

    @Test
    void neverFetchesMoreThanABundleMayHave() {
        Bundle bundle = tree(1, 1.0);

        assertThat(refusalOf(new BundleCache.Limits(100, 0), bundle)).contains("must be <= 100 bytes in all");
    }

    @Test
    void evictsBundlesNobodyWants() throws IOException {
        Bundle old = tree(1, 1.0);
        Bundle kept = tree(2, 2.0);
        var cache = new BundleCache(cacheFolder, client, new BundleCache.Limits(1 << 20, 0));
        try {
            cache.get(model.id(), new WantedVersion(1, old.digest(), 1));
            cache.get(model.id(), new WantedVersion(2, kept.digest(), 2));
        } catch (LoadFailedException e) {
            throw new AssertionError(e);
        }

        cache.evict(Set.of(kept.digest()));

        assertThat(cacheFolder.resolve("bundles").resolve(old.digest())).doesNotExist();
        assertThat(cacheFolder.resolve("bundles").resolve(kept.digest())).exists();
    }

    private String refusalOf(BundleCache.Limits limits, Bundle bundle) {
        try {
            new BundleCache(cacheFolder, client, limits).get(model.id(), new WantedVersion(1, bundle.digest(), 1));
            return "";
        } catch (LoadFailedException e) {
            return String.valueOf(e.getMessage());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void tell(ModelChanged state) {
        known.offer(state);
        reconciler.wake(state.modelId());
    }

    private int version() {
        return served.find(model.id())
                .map(loaded -> loaded.identity().version())
                .orElse(0);
    }

    private long count(Class<? extends Event> kind) {
        return reported.stream().filter(kind::isInstance).count();
    }

    /** Written aside first: a bundle writer wants a folder of its own, and names tell apart what is loaded when. */
    private Bundle tree(int version, double strength) {
        Path files = RegistryFace.files(folder, model.id(), version);
        try {
            Files.createDirectories(files.getParent());
            Path aside = folder.resolve(UUID.randomUUID().toString());
            TestBundles.tree(aside, strength);
            Files.move(aside, files, StandardCopyOption.ATOMIC_MOVE);
            return Bundle.open(files);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
