package io.tradewind.training.registration;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of a bundle with the header that lets the registry check what arrives.
 *
 * @param contentDigest value of {@code Content-Digest}, RFC 9530
 */
record BundleFile(Path path, String contentDigest) {

    /** Every file of a bundle, the manifest last: what it lists is there before it. */
    static List<BundleFile> of(Path bundle) throws IOException {
        try (Stream<Path> files = Files.list(bundle)) {
            List<Path> ordered =
                    files.sorted((a, b) -> Integer.compare(rank(a), rank(b))).toList();
            List<BundleFile> digested = new ArrayList<>();
            for (Path file : ordered) {
                digested.add(new BundleFile(file, "sha-256=:" + sha256(file) + ":"));
            }
            return List.copyOf(digested);
        }
    }

    String name() {
        return path.getFileName().toString();
    }

    private static int rank(Path file) {
        return file.getFileName().toString().equals("manifest.json") ? 1 : 0;
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = newDigest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }
}
