package io.tradewind.launcher.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

import io.tradewind.launcher.layout.PrivateFiles;

/** Random secrets. */
public final class Passwords {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private Passwords() {}

    /** The password kept in this file, drawn on first use. */
    public static String of(Path file) {
        try {
            if (!Files.exists(file)) {
                PrivateFiles.write(file, draw());
            }
            return Files.readString(file).strip();
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot use the secret " + file, cause);
        }
    }

    /** A new secret of 192 random bits. */
    public static String draw() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
