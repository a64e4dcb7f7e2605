package io.tradewind.kit.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Makes RS256 tokens for development and tests; in production an OIDC provider does.
 *
 * <p>Plain JDK cryptography, so that the launcher can mint without a running service.
 */
public final class TokenMinter {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrivateKey key;
    private final String issuer;
    private final Clock clock;

    /** A minter that signs with this RSA key in the name of this issuer. */
    public TokenMinter(PrivateKey key, String issuer) {
        this(key, issuer, Clock.systemUTC());
    }

    TokenMinter(PrivateKey key, String issuer, Clock clock) {
        this.key = key;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** A token that says who the user is and what roles it has, for as long as it lives. */
    public String mint(String user, Set<String> roles, Duration life) {
        if (user.isBlank()) {
            throw new IllegalArgumentException("user must not be blank");
        }
        Instant now = clock.instant();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("sub", user);
        claims.put("upn", user);
        claims.put("groups", roles.stream().sorted().toList());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(life).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        String content = encode(Map.of("alg", "RS256", "typ", "JWT")) + '.' + encode(claims);
        return content + '.' + BASE64.encodeToString(sign(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encode(Map<String, Object> part) {
        try {
            return BASE64.encodeToString(JSON.writeValueAsBytes(part));
        } catch (JsonProcessingException cause) {
            throw new IllegalArgumentException("a claim cannot be written as JSON", cause);
        }
    }

    private byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("the key cannot sign with RS256", cause);
        }
    }
}
