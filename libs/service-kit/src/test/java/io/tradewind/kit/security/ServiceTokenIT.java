package io.tradewind.kit.security;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tradewind.kit.app.KitBackends;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(KitBackends.class)
class ServiceTokenIT {

    @Inject
    ServiceToken token;

    @Test
    void followsItsFile() throws Exception {
        // Given
        Path file = ConfigProvider.getConfig().getValue("tradewind.security.service-token-file", Path.class);
        String first = token.bearer();
        assertThat(first).startsWith("Bearer ey").doesNotContain("\n");
        // When
        String next = KitBackends.token("kit", "service");
        Files.writeString(file, next);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        // Then
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> token.bearer()
                .equals("Bearer " + next));
    }
}
