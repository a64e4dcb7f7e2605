package io.tradewind.launcher.secret;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradewind.launcher.layout.FleetHome;
import io.tradewind.launcher.layout.ProcessName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SecretTest {
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_000_000), ZoneOffset.UTC);

    @TempDir
    private Path directory;

    private FleetHome home;

    @BeforeEach
    void prepare() {
        home = new FleetHome(directory).prepare();
    }

    @Test
    void mintsTokensThePublicKeyVerifies() throws Exception {
        // When
        String token = new TokenMint(SigningKeys.of(home), CLOCK).mint("alice", Set.of("user"), Duration.ofHours(1));

        // Then
        String[] parts = token.split("\\.");
        assertThat(verifies(parts)).isTrue();
        JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(claims.path("iss").asText()).isEqualTo("tradewind");
        assertThat(claims.path("upn").asText()).isEqualTo("alice");
        assertThat(claims.path("groups").path(0).asText()).isEqualTo("user");
        assertThat(claims.path("exp").asLong()).isEqualTo(1_003_600);
    }

    private boolean verifies(String[] parts) throws Exception {
        String pem = Files.readString(home.publicKey()).replaceAll("-----[A-Z ]+-----|\\s", "");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem))));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    @Test
    void keepsKeysAndPasswordsOnceTheyAreMade() {
        PrivateKey first = SigningKeys.of(home);

        assertThat(SigningKeys.of(home)).isEqualTo(first);
        assertThat(Passwords.of(home.password("kafka")))
                .hasSize(48)
                .isEqualTo(Passwords.of(home.password("kafka")))
                .isNotEqualTo(Passwords.of(home.password("registry")));
    }

    @Test
    void refusesTokensNobodyCouldUse() {
        TokenMint mint = new TokenMint(SigningKeys.of(home), CLOCK);

        assertThatThrownBy(() -> mint.mint("eve", Set.of("root"), Duration.ofHours(1)))
                .hasMessage("role must be one of user, admin, service, was root");
        assertThatThrownBy(() -> mint.mint(" ", Set.of("user"), Duration.ofHours(1)))
                .hasMessage("user must not be blank");
        assertThatThrownBy(() -> mint.mint("eve", Set.of("user"), Duration.ZERO))
                .hasMessageContaining("positive");
    }

    @Test
    void leavesAFreshTokenForEachService() {
        // Given
        ServiceTokens tokens = new ServiceTokens(home, new TokenMint(SigningKeys.of(home), CLOCK));

        // When
        tokens.renew();

        // Then
        for (ProcessName service : ProcessName.services()) {
            assertThat(home.serviceToken(service)).content().startsWith("eyJ");
        }
    }

    @Test
    void saysWhichKeyCannotBeUsed() throws Exception {
        Files.writeString(home.privateKey(), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");

        assertThatThrownBy(() -> SigningKeys.of(home))
                .hasMessageStartingWith("cannot use the key " + home.privateKey());
    }
}
