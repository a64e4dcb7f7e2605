package io.tradewind.registry.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradewind.learning.bundle.Bundle;
import io.tradewind.learning.bundle.BundleFile;
import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.bundle.BundleRefusedException;
import io.tradewind.market.feature.FeatureCatalogue;
import io.tradewind.market.feature.FeatureSet;
import io.tradewind.registry.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Checks a bundle file by file against its manifest, and the manifest against the model and this build's features. */
@ApplicationScoped
class BundleVerifier {
    /** Evaluations are kept in the version's row, so they have to be of a size for that. */
    private static final long LARGEST_EVALUATION = 1L << 20;

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final ObjectMapper json;

    BundleVerifier(ObjectMapper json) {
        this.json = json;
    }

    /** Reads every byte of the bundle; blocks. */
    Verification verify(Path folder, BundleExpectation expected) {
        try {
            if (!Files.exists(folder.resolve(Bundle.MANIFEST))) {
                return new Verification.Refused(Bundle.MANIFEST + " was not uploaded");
            }
            Bundle bundle = Bundle.open(folder);
            String reason = firstFault(bundle, folder, expected);
            return reason == null ? passed(bundle, folder) : new Verification.Refused(reason);
        } catch (BundleRefusedException refused) {
            return new Verification.Refused(readable(refused));
        } catch (IOException failed) {
            throw new UncheckedIOException("could not read the uploaded bundle", failed);
        }
    }

    private static @Nullable String firstFault(Bundle bundle, Path folder, BundleExpectation expected)
            throws IOException {
        BundleManifest manifest = bundle.manifest();
        if (!bundle.digest().equals(expected.digest())) {
            return "the digest of " + Bundle.MANIFEST + " is " + bundle.digest() + ", the request says "
                    + expected.digest();
        }
        if (!expected.architecture().equals(manifest.architecture())) {
            return "the bundle's architecture is " + manifest.architecture() + ", the model's is "
                    + expected.architecture();
        }
        if (!expected.task().equals(manifest.task().name())) {
            return "the bundle's task is " + manifest.task() + ", the model's is " + expected.task();
        }
        String stranger = firstStranger(manifest, folder);
        return stranger == null ? featureFault(manifest) : stranger;
    }

    private static @Nullable String firstStranger(BundleManifest manifest, Path folder) throws IOException {
        Set<String> listed = manifest.files().stream().map(BundleFile::name).collect(Collectors.toSet());
        try (Stream<Path> present = Files.list(folder)) {
            return present.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(Bundle.MANIFEST) && !listed.contains(name))
                    .sorted()
                    .findFirst()
                    .map(name -> name + " is not listed in " + Bundle.MANIFEST)
                    .orElse(null);
        }
    }

    /** Opening has pinned names and order of foreign features; nobody here computes them, so clients send tensors. */
    private static @Nullable String featureFault(BundleManifest manifest) {
        if (BundleManifest.FOREIGN.equals(manifest.featureSet())) {
            return null;
        }
        List<String> names = manifest.featureNames();
        List<String> unknown =
                names.stream().filter(name -> !FeatureCatalogue.contains(name)).toList();
        if (!unknown.isEmpty()) {
            return "the feature catalogue does not know " + String.join(", ", unknown);
        }
        String hash = FeatureSet.of(names).schemaHash();
        return hash.equals(manifest.featureSchemaHash())
                ? null
                : "the feature schema hash of the bundle is " + manifest.featureSchemaHash() + ", these features have "
                        + hash + " here: they were computed by another definition";
    }

    private Verification passed(Bundle bundle, Path folder) throws IOException {
        Path evaluation = folder.resolve(Bundle.EVALUATION);
        if (Files.size(evaluation) > LARGEST_EVALUATION) {
            return new Verification.Refused(
                    Bundle.EVALUATION + " has at most " + LARGEST_EVALUATION + " bytes, was " + Files.size(evaluation));
        }
        Path manifest = folder.resolve(Bundle.MANIFEST);
        long files =
                bundle.manifest().files().stream().mapToLong(BundleFile::size).sum();
        return new Verification.Passed(new Versions.Verified(
                bundle.digest(),
                files + Files.size(manifest),
                json.readValue(manifest.toFile(), OBJECT),
                json.readValue(evaluation.toFile(), OBJECT)));
    }

    /** A JSON parser's own message names classes of ours; where it stumbled is enough. */
    private static String readable(BundleRefusedException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException broken && broken.getLocation() != null) {
                String message = String.valueOf(refused.getMessage());
                int colon = message.indexOf(':');
                return (colon < 0 ? message : message.substring(0, colon)) + ": wrong at line "
                        + broken.getLocation().getLineNr() + ", column "
                        + broken.getLocation().getColumnNr();
            }
        }
        return String.valueOf(refused.getMessage());
    }
}
