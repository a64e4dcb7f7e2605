package io.tradewind.learning.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.tradewind.learning.bundle.BundleRefusedException.Reason;
import io.tradewind.learning.evaluation.Evaluation;
import io.tradewind.learning.importance.FeatureImportance;
import io.tradewind.learning.reference.ReferenceProfile;

/**
 * A verified model bundle on disk: every file is there with the size and digest the manifest promises.
 * Opening one loads no native library.
 */
public final class Bundle {

    public static final String MANIFEST = "manifest.json";
    public static final String EVALUATION = "evaluation.json";
    public static final String REFERENCE = "reference.json";
    public static final String IMPORTANCE = "importance.json";

    private static final long LARGEST_DOCUMENT_BYTES = 16L * 1024 * 1024;

    private final Path directory;
    private final BundleManifest manifest;
    private final String digest;

    private Bundle(Path directory, BundleManifest manifest, String digest) {
        this.directory = directory;
        this.manifest = manifest;
        this.digest = digest;
    }

    /**
     * Opens a bundle after verifying all of it.
     *
     * @throws BundleRefusedException with the reason if anything is missing, changed or unknown
     */
    public static Bundle open(Path directory) {
        byte[] manifestBytes = document(directory, MANIFEST);
        BundleManifest manifest = BundleRules.parse(manifestBytes);
        for (BundleFile file : manifest.files()) {
            verify(directory, file);
        }
        Bundle bundle = new Bundle(directory, manifest, Digests.sha256(manifestBytes));
        bundle.evaluation();
        bundle.reference();
        bundle.importance();
        return bundle;
    }

    /**
     * Opens a bundle whose digest is known from elsewhere.
     *
     * @throws BundleRefusedException also if the bundle is another one
     */
    public static Bundle open(Path directory, String expectedDigest) {
        Bundle bundle = open(directory);
        if (!bundle.digest.equals(expectedDigest)) {
            throw new BundleRefusedException(
                    Reason.WRONG_DIGEST,
                    "the bundle's digest must be %s, was %s".formatted(expectedDigest, bundle.digest));
        }
        return bundle;
    }

    private static void verify(Path directory, BundleFile file) {
        Path path = directory.resolve(file.name());
        try {
            if (!Files.isRegularFile(path)) {
                throw new BundleRefusedException(Reason.MISSING_FILE, file.name() + " is missing");
            }
            long size = Files.size(path);
            if (size != file.size()) {
                throw new BundleRefusedException(
                        Reason.WRONG_SIZE, "%s must have %d bytes, has %d".formatted(file.name(), file.size(), size));
            }
            String sha256 = Digests.sha256(path);
            if (!sha256.equals(file.sha256())) {
                throw new BundleRefusedException(
                        Reason.WRONG_DIGEST,
                        "%s must have sha256 %s, has %s".formatted(file.name(), file.sha256(), sha256));
            }
        } catch (IOException e) {
            throw new BundleRefusedException(Reason.UNREADABLE, "%s cannot be read".formatted(file.name()), e);
        }
    }

    private static byte[] document(Path directory, String name) {
        Path path = directory.resolve(name);
        try {
            if (!Files.isRegularFile(path)) {
                throw new BundleRefusedException(Reason.MISSING_FILE, name + " is missing");
            }
            long size = Files.size(path);
            if (size > LARGEST_DOCUMENT_BYTES) {
                throw new BundleRefusedException(
                        Reason.WRONG_SIZE,
                        "%s must have at most %d bytes, has %d".formatted(name, LARGEST_DOCUMENT_BYTES, size));
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new BundleRefusedException(Reason.UNREADABLE, name + " cannot be read", e);
        }
    }

    public BundleManifest manifest() {
        return manifest;
    }

    /** Lower-case hex SHA-256 of the manifest's bytes, which pins every other file too. */
    public String digest() {
        return digest;
    }

    public Path directory() {
        return directory;
    }

    /** The file with the model itself. */
    public Path modelFile() {
        return directory.resolve(manifest.modelFile());
    }

    public Evaluation evaluation() {
        return BundleJson.read(document(directory, EVALUATION), Evaluation.class, EVALUATION);
    }

    public ReferenceProfile reference() {
        return BundleJson.read(document(directory, REFERENCE), ReferenceProfile.class, REFERENCE);
    }

    public FeatureImportance importance() {
        return BundleJson.read(document(directory, IMPORTANCE), FeatureImportance.class, IMPORTANCE);
    }
}
