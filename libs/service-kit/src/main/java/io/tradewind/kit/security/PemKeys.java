package io.tradewind.kit.security;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** RSA keys as PEM text, for the key pair a fleet on one machine makes of its own. */
public final class PemKeys {

    private static final int BITS = 2048;

    private PemKeys() {}

    /** A new RSA key pair. */
    public static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("this JVM cannot make RSA keys", cause);
        }
    }

    /** The text of {@code publicKey.pem}, which services verify tokens with. */
    public static String write(PublicKey key) {
        return pem("PUBLIC KEY", key);
    }

    /** The text of {@code privateKey.pem} (PKCS#8), which tokens are minted with. */
    public static String write(PrivateKey key) {
        return pem("PRIVATE KEY", key);
    }

    /** Reads what {@link #write(PrivateKey)} wrote. */
    public static PrivateKey readPrivate(String pem) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException cause) {
            throw new IllegalArgumentException("not an RSA private key in PKCS#8 PEM form", cause);
        }
    }

    private static String pem(String label, Key key) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
