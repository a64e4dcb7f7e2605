package io.tradewind.inference.deployment;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.tradewind.inference.fixture.TestBundles;
import io.tradewind.inference.serving.Lease;
import io.tradewind.inference.serving.LoadedModel;
import io.tradewind.inference.serving.ServedModels;
import io.tradewind.learning.bundle.Bundle;
import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.prediction.Predictor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Resident memory of the process is what an operator sees; Linux tells it. */
@EnabledOnOs(OS.LINUX)
class NativeMemoryTest {

    private static final int WARM = 150;
    private static final int CYCLES = 600;
    /** What the allocator keeps for itself varies by a few megabytes; one leaked session costs about 50 KiB. */
    private static final long TOLERANCE_KIB = 12 * 1024;

    @TempDir
    Path folder;

    private volatile byte[] garbage = {};
    private final ServedModels served = new ServedModels();
    private final ScheduledThreadPoolExecutor closer = new ScheduledThreadPoolExecutor(1);

    @Test
    void staysFlatOverManyDeployments() throws Exception {
        Bundle bundle = TestBundles.network(folder.resolve("bundle"), 1);
        UUID modelId = UUID.randomUUID();
        deployAgainAndAgain(bundle, modelId, WARM);
        useTheHeap();
        long before = residentKib();

        deployAgainAndAgain(bundle, modelId, CYCLES);
        useTheHeap();

        assertThat(residentKib() - before).isLessThan(TOLERANCE_KIB);
        closer.shutdown();
        assertThat(closer.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
    }

    private void deployAgainAndAgain(Bundle bundle, UUID modelId, int times) throws Exception {
        BundleManifest manifest = bundle.manifest();
        double[] inputs = new double[manifest.window() * manifest.featureNames().size()];
        LoadedModel last = null;
        for (int version = 1; version <= times; version++) {
            var identity = new LoadedModel.Identity(modelId, version, bundle.digest());
            var facts = new LoadedModel.Facts(Optional.of(TestBundles.FEATURES), 10, true, 1, Instant.EPOCH);
            LoadedModel model = new LoadedModel(identity, manifest, Predictor.open(bundle), facts, closer);
            served.swapIn(model);
            try (Lease lease = served.acquire(modelId).orElseThrow()) {
                lease.predict(inputs, 1);
                lease.predict(new double[8 * inputs.length], 8);
            }
            last = model;
        }
        served.remove(modelId);
        if (last != null) {
            last.closed().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    /** Pages of the Java heap become resident when they are first used: all of the young ones are, before and after. */
    private void useTheHeap() {
        long before = collections();
        while (collections() < before + 2) {
            garbage = new byte[1 << 20];
        }
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    private static long residentKib() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                .findFirst()
                .orElseThrow();
    }
}
