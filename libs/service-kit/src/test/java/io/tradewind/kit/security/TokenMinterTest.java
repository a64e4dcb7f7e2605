package io.tradewind.kit.security;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TokenMinterTest {

    private static final KeyPair KEYS = PemKeys.generate();

    @Test
    void signsClaimsThatTheServicesRead() throws Exception {
        // Given
        Clock clock = Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);
        TokenMinter minter = new TokenMinter(PemKeys.readPrivate(PemKeys.write(KEYS.getPrivate())), "tradewind", clock);
        // When
        String token = minter.mint("alice", Set.of(Roles.USER, Roles.ADMIN), Duration.ofHours(1));
        // Then
        String[] parts = token.split("\\.");
        Map<?, ?> claims = new ObjectMapper().readValue(Base64.getUrlDecoder().decode(parts[1]), Map.class);
        assertThat(claims.get("iss")).isEqualTo("tradewind");
        assertThat(claims.get("sub")).isEqualTo("alice");
        assertThat(claims.get("upn")).isEqualTo("alice");
        assertThat(claims.get("groups")).isEqualTo(List.of("admin", "user"));
        assertThat(claims.get("exp")).isEqualTo(1_700_003_600);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KEYS.getPublic());
        signature.update((parts[0] + '.' + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }

    @Test
    void refusesABlankUser() {
        TokenMinter minter = new TokenMinter(KEYS.getPrivate(), "tradewind");

        assertThatThrownBy(() -> minter.mint(" ", Set.of(), Duration.ofHours(1)))
                .hasMessage("user must not be blank");
    }

    @Test
    void writesPublicKeysAsPemAndRefusesWhatIsNoKey() {
        assertThat(PemKeys.write(KEYS.getPublic()))
                .startsWith("-----BEGIN PUBLIC KEY-----\n")
                .endsWith("-----END PUBLIC KEY-----\n");
        assertThatThrownBy(() -> PemKeys.readPrivate("-----BEGIN PRIVATE KEY-----\nabc\n"))
                .hasMessage("not an RSA private key in PKCS#8 PEM form");
    }
}
