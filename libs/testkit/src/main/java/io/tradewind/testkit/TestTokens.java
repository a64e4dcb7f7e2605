package io.tradewind.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;

import io.smallrye.jwt.build.Jwt;

/** Bearer tokens the service under test accepts. */
public final class TestTokens {
    static final String ISSUER = "tradewind";

    private static final String PRIVATE_KEY = "tradewind.testkit.private-key";
    private static final String PUBLIC_KEY = "tradewind.testkit.public-key";
    private static final Duration LIFE = Duration.ofHours(1);

    private TestTokens() {}

    /** A token of an ordinary user. */
    public static String user(String name) {
        return token(name, Set.of("user"), LIFE);
    }

    /** A token of a user who may do everything. */
    public static String admin(String name) {
        return token(name, Set.of("user", "admin"), LIFE);
    }

    /** A token such as services call each other with. */
    public static String service(String name) {
        return token(name, Set.of("service"), LIFE);
    }

    /** A token with any roles and any life; a negative life gives one that has expired. */
    public static String token(String name, Set<String> roles, Duration life) {
        long now = System.currentTimeMillis() / 1000;
        return Jwt.issuer(ISSUER)
                .subject(name)
                .upn(name)
                .groups(roles)
                .issuedAt(now + Math.min(0, 2 * life.toSeconds()))
                .expiresAt(now + life.toSeconds())
                .sign(privateKey());
    }

    /** Base64 of the public key that verifies these tokens. */
    static String publicKey() {
        privateKey();
        return System.getProperty(PUBLIC_KEY);
    }

    /** A new file with the token this service calls others with. */
    static Path serviceTokenFile(String service) {
        try {
            Path file = Files.createTempFile("tradewind-service", ".token");
            file.toFile().deleteOnExit();
            return Files.writeString(file, token(service, Set.of("service"), LIFE));
        } catch (IOException cause) {
            throw new UncheckedIOException("could not write a service token", cause);
        }
    }

    private static PrivateKey privateKey() {
        try {
            synchronized (System.getProperties()) {
                if (System.getProperty(PRIVATE_KEY) == null) {
                    makePair();
                }
            }
            byte[] encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE_KEY));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("this JVM cannot make RSA keys", cause);
        }
    }

    private static void makePair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        System.setProperty(
                PUBLIC_KEY, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
        System.setProperty(
                PRIVATE_KEY,
                Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
    }
}
