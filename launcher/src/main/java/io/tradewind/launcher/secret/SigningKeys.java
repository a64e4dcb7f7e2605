package io.tradewind.launcher.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

import io.tradewind.launcher.layout.FleetHome;
import io.tradewind.launcher.layout.PrivateFiles;

/** The fleet's RSA key pair. */
public final class SigningKeys {
    private static final int BITS = 2048;

    private SigningKeys() {}

    /** Reads the private key; makes a pair first where there is none. */
    public static PrivateKey of(FleetHome home) {
        try {
            if (!Files.exists(home.privateKey())) {
                make(home);
            }
            return read(home.privateKey());
        } catch (IOException | GeneralSecurityException cause) {
            throw new IllegalStateException(
                    "cannot use the key " + home.privateKey() + ": " + cause.getMessage(), cause);
        }
    }

    private static void make(FleetHome home) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        KeyPair pair = generator.generateKeyPair();
        // The private key last: where it is, the public one is too.
        Files.writeString(home.publicKey(), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        PrivateFiles.write(
                home.privateKey(), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    }

    private static String pem(String kind, byte[] encoded) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    private static PrivateKey read(Path file) throws IOException, GeneralSecurityException {
        String body = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
    }
}
