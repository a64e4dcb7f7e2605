package io.tradewind.testkit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TestTokensTest {

    @Test
    void signsForThePublicKeyTheServiceUnderTestGets() throws Exception {
        String[] parts = TestTokens.user("alice").split("\\.");

        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(TestTokens.publicKey()))));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        assertThat(claims(parts)).contains("\"sub\":\"alice\"", "\"upn\":\"alice\"", "\"groups\":[\"user\"]");
    }

    @Test
    void tellsUsersAdminsAndServicesApart() throws Exception {
        assertThat(claims(TestTokens.admin("root").split("\\."))).contains("\"admin\"");
        assertThat(claims(TestTokens.service("training").split("\\."))).contains("\"groups\":[\"service\"]");
        assertThat(Files.readString(TestTokens.serviceTokenFile("training"))).startsWith("ey");
    }

    @Test
    void canMintATokenThatHasExpired() {
        String claims = claims(
                TestTokens.token("late", Set.of("user"), Duration.ofHours(-1)).split("\\."));

        long expires = Long.parseLong(claims.replaceAll(".*\"exp\":(\\d+).*", "$1"));
        assertThat(expires).isLessThan(System.currentTimeMillis() / 1000);
    }

    private static String claims(String[] parts) {
        return new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    }
}
