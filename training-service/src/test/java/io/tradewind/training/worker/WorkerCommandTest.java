package io.tradewind.training.worker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class WorkerCommandTest {

    private final String ownClassPath = System.getProperty("java.class.path");

    @TempDir
    Path folder;

    @AfterEach
    void restore() {
        System.setProperty("java.class.path", ownClassPath);
    }

    @Test
    void startsAPackagedServicesWorkerFromTheLibrariesBesideItsRunner() {
        // Given
        System.setProperty("java.class.path", "/opt/training/quarkus-run.jar");

        // When, Then
        assertThat(WorkerCommand.classPath())
                .isEqualTo("/opt/training/app/*:/opt/training/lib/main/*:/opt/training/lib/boot/*");
    }

    @Test
    void passesItsLimitsOnAndNoneOfTheServicesSecrets() throws Exception {
        // Given
        WorkerConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(
                        Map.of("training.worker.heap", "123m", "training.worker.jvm-options", "-Dquoted=a b"),
                        "test",
                        100))
                .withMapping(WorkerConfig.class)
                .build()
                .getConfigMapping(WorkerConfig.class);

        // When
        ProcessBuilder builder = new WorkerCommand(config).builder(folder);

        // Then
        assertThat(Files.readAllLines(folder.resolve("java.args")))
                .contains(
                        "\"-Xmx123m\"",
                        "\"-Dquoted=a b\"",
                        "\"-Dai.djl.offline=true\"",
                        "\"-XX:+ExitOnOutOfMemoryError\"")
                .endsWith("\"" + folder.toAbsolutePath() + "\"");
        assertThat(builder.environment().keySet())
                .isSubsetOf(
                        "PATH",
                        "HOME",
                        "LANG",
                        "LC_ALL",
                        "TMPDIR",
                        "LD_LIBRARY_PATH",
                        "DJL_CACHE_DIR",
                        "CUDA_VISIBLE_DEVICES",
                        "OMP_NUM_THREADS");
    }
}
