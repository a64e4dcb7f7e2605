package io.tradewind.launcher.supervise;

import java.nio.file.Files;
import java.nio.file.Path;

import io.tradewind.launcher.layout.FleetHome;
import io.tradewind.launcher.layout.FleetPorts;
import io.tradewind.launcher.layout.Installation;
import io.tradewind.launcher.layout.ProcessName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StartupCacheTest {

    @TempDir
    private Path directory;

    @Test
    void usesACacheOnlyWhereThereIsOne() throws Exception {
        Path cache = directory.resolve("startup.cache");

        assertThat(StartupCache.USE.options(cache)).isEmpty();
        assertThat(StartupCache.TRAIN.options(cache)).anyMatch(option -> option.endsWith("=" + cache));
        Files.createFile(cache);
        assertThat(StartupCache.USE.options(cache)).anyMatch(option -> option.endsWith("=" + cache));
        assertThat(StartupCache.OFF.options(cache)).isEmpty();
    }

    @Test
    void givesAServiceItsOwnDatabaseRoleAndEverybodysAddress() {
        // Given
        FleetHome home = new FleetHome(directory).prepare();
        ServicePlans plans = new ServicePlans(home, new FleetPorts(100), new Installation(directory), StartupCache.OFF);

        // When
        ChildProcess.Plan plan = plans.service(ProcessName.TRAINING);

        // Then
        assertThat(plan.environment())
                .containsEntry("QUARKUS_DATASOURCE_USERNAME", "training")
                .containsEntry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:15532/tradewind")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:19192")
                .containsEntry("TRADEWIND_SERVICES_REGISTRY_URL", "http://127.0.0.1:8181")
                .containsEntry("QUARKUS_HTTP_PORT", "8182");
        assertThat(plan.command()).contains("-Xmx192m", "-XX:+ExitOnOutOfMemoryError");
        assertThat(plans.kafka().command()).contains("19192", "19193");
    }
}
