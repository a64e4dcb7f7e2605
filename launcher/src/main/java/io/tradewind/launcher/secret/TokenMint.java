package io.tradewind.launcher.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Signs the tokens every service of this fleet accepts (JWT, RS256). */
public final class TokenMint {
    /** The issuer every service of the fleet expects. */
    public static final String ISSUER = "tradewind";

    /** Every role there is. */
    public static final Set<String> ROLES = Set.of("user", "admin", "service");

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrivateKey key;
    private final Clock clock;

    /** Signs with this key. */
    public TokenMint(PrivateKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** A token that lets its bearer act as this user for a while. */
    public String mint(String user, Set<String> roles, Duration life) {
        if (user.isBlank()) {
            throw new IllegalArgumentException("user must not be blank");
        }
        if (!ROLES.containsAll(roles) || roles.isEmpty()) {
            throw new IllegalArgumentException(
                    "role must be one of user, admin, service, was " + String.join(",", roles));
        }
        if (life.isNegative() || life.isZero()) {
            throw new IllegalArgumentException("the life of a token must be positive, was " + life);
        }
        long now = clock.instant().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", ISSUER);
        claims.put("sub", user);
        claims.put("upn", user);
        claims.put("groups", roles);
        claims.put("iat", now);
        claims.put("exp", now + life.toSeconds());
        claims.put("jti", UUID.randomUUID().toString());
        return sign(part(Map.of("alg", "RS256", "typ", "JWT")) + "." + part(claims));
    }

    private static String part(Map<String, Object> content) {
        try {
            return BASE64.encodeToString(JSON.writeValueAsBytes(content));
        } catch (JsonProcessingException cause) {
            throw new IllegalArgumentException("claims cannot be written as JSON", cause);
        }
    }

    private String sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("the key cannot sign", cause);
        }
    }
}
