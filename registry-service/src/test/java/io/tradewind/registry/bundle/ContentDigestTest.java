package io.tradewind.registry.bundle;

import java.nio.charset.StandardCharsets;

import io.tradewind.registry.TestBundle;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContentDigestTest {
    /** The digests of RFC 9530's own example, {"hello": "world"} and a line feed. */
    private static final byte[] EXAMPLE = "{\"hello\": \"world\"}\n".getBytes(StandardCharsets.US_ASCII);

    private static final String EXAMPLE_HEADER = "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:";

    @Test
    void readsTheExampleOfTheRfc() {
        assertThat(ContentDigest.parse(EXAMPLE_HEADER)).isEqualTo(new ContentDigest.Sha256(TestBundle.sha256(EXAMPLE)));
        assertThat(ContentDigest.header(TestBundle.sha256(EXAMPLE))).isEqualTo(EXAMPLE_HEADER);
    }

    @Test
    void findsTheSha256AmongOthers() {
        assertThat(ContentDigest.parse("md5=:AAAA:, " + EXAMPLE_HEADER))
                .isEqualTo(new ContentDigest.Sha256(TestBundle.sha256(EXAMPLE)));
    }

    @Test
    void saysWhyAHeaderIsOfNoUse() {
        assertThat(reason(null)).contains("missing");
        assertThat(reason("  ")).contains("missing");
        assertThat(reason("sha-256=abc")).contains("form");
        assertThat(reason("sha-512=:AAAA:")).contains("no sha-256");
        assertThat(reason("sha-256=:AAAA:")).contains("32 bytes");
        assertThat(reason("sha-256=:A:")).contains("base64");
    }

    private static String reason(String header) {
        return ((ContentDigest.Unusable) ContentDigest.parse(header)).reason();
    }
}
