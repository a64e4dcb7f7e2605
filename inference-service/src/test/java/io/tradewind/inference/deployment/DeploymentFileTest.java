package io.tradewind.inference.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.inference.fixture.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DeploymentFileTest {

    @TempDir
    Path folder;

    @Test
    void remembersWhatIsDeployed() {
        DeploymentFile file = new DeploymentFile(folder.resolve("deployments.ndjson"));
        Models model = Models.of("BTCUSD");
        ModelChanged deployed = model.active(3, 2, "a".repeat(64));

        file.write(List.of(deployed, Models.of("ETHUSD").undeployed(1)));

        assertThat(file.read()).containsExactly(deployed);
    }

    @Test
    void isEmptyWhenMissingOrDamaged() throws IOException {
        Path path = folder.resolve("deployments.ndjson");
        assertThat(new DeploymentFile(path).read()).isEmpty();

        Files.writeString(path, "{\"modelId\": 7");

        assertThat(new DeploymentFile(path).read()).isEmpty();
    }
}
