package io.tradewind.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.tradewind.learning.bundle.Bundle;
import io.tradewind.learning.bundle.BundleFile;
import io.tradewind.learning.bundle.BundleJson;
import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.bundle.DataSpec;
import io.tradewind.learning.bundle.ForeignFeatures;
import io.tradewind.learning.bundle.LabelSpec;
import io.tradewind.learning.bundle.RuntimeSpec;
import io.tradewind.learning.bundle.ScalerSpec;
import io.tradewind.learning.calibration.Calibration;
import io.tradewind.learning.evaluation.Evaluation;
import io.tradewind.learning.evaluation.GateCheck;
import io.tradewind.learning.evaluation.Gates;
import io.tradewind.learning.evaluation.TrainingSummary;
import io.tradewind.learning.importance.FeatureImportance;
import io.tradewind.learning.reference.ReferenceProfile;
import io.tradewind.learning.split.SplitAudit;
import io.tradewind.learning.task.Task;
import io.tradewind.market.feature.FeatureCatalogue;
import io.tradewind.market.feature.FeatureSet;

/** The files of a small bundle, by name; what they say can be made wrong on purpose. */
public final class TestBundle {
    private final List<String> featureNames = FeatureCatalogue.names().subList(0, 3);
    private String architecture = "XGBOOST";
    private Task task = Task.DIRECTION;
    private String schemaHash = FeatureSet.of(featureNames).schemaHash();
    private List<String> declaredFeatures = featureNames;
    private String featureSet = "custom";
    private boolean gatesPass = true;
    private boolean judged = true;
    private int modelBytes = 2000;
    private long seed = 1;

    private TestBundle() {}

    /** A bundle that is as it should be for an XGBOOST model of DIRECTION. */
    public static TestBundle good() {
        return new TestBundle();
    }

    public TestBundle seed(long other) {
        seed = other;
        return this;
    }

    public TestBundle architecture(String other) {
        architecture = other;
        return this;
    }

    public TestBundle task(Task other) {
        task = other;
        return this;
    }

    public TestBundle failingGates() {
        gatesPass = false;
        return this;
    }

    public TestBundle unjudged() {
        judged = false;
        return this;
    }

    public TestBundle unknownFeature(String name) {
        declaredFeatures = List.of(featureNames.get(0), name);
        return this;
    }

    public TestBundle wrongSchemaHash() {
        schemaHash = "0".repeat(64);
        return this;
    }

    /** Features known by name and order only, whatever the catalogue says of the names. */
    public TestBundle foreign() {
        featureSet = BundleManifest.FOREIGN;
        schemaHash = ForeignFeatures.schemaHash(declaredFeatures);
        return this;
    }

    public TestBundle modelOf(int bytes) {
        modelBytes = bytes;
        return this;
    }

    /** Every file, the manifest last. */
    public Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("model.json", "x".repeat(modelBytes).getBytes(StandardCharsets.US_ASCII));
        files.put(Bundle.EVALUATION, BundleJson.write(judged ? evaluation() : Evaluation.unjudged(task)));
        files.put(Bundle.REFERENCE, BundleJson.write(new ReferenceProfile(List.of(), List.of())));
        files.put(Bundle.IMPORTANCE, BundleJson.write(new FeatureImportance("permutation", 10, 1, List.of())));
        List<BundleFile> listed = new ArrayList<>();
        files.forEach((name, bytes) -> listed.add(new BundleFile(name, sha256(bytes), bytes.length)));
        files.put(Bundle.MANIFEST, BundleJson.write(manifest().withFiles(listed)));
        return files;
    }

    public static String digest(Map<String, byte[]> files) {
        return sha256(files.get(Bundle.MANIFEST));
    }

    public static void write(Map<String, byte[]> files, Path folder) {
        files.forEach((name, bytes) -> {
            try {
                Files.write(folder.resolve(name), bytes);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digestOf(bytes));
    }

    public static String contentDigest(byte[] bytes) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(digestOf(bytes)) + ":";
    }

    private static byte[] digestOf(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private BundleManifest manifest() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        return new BundleManifest(
                BundleManifest.FORMAT_VERSION,
                architecture,
                Map.of(),
                task,
                4,
                1,
                declaredFeatures,
                schemaHash,
                featureSet,
                task.outputNames(),
                ScalerSpec.NONE,
                new LabelSpec("direction", 0, -0.01, 0.01),
                Calibration.NONE,
                seed,
                new DataSpec("BTCUSD", "1h", start, start.plusSeconds(3600), 100, "0".repeat(64)),
                start,
                "test",
                new RuntimeSpec("21", "Linux", "amd64", "test"),
                "model.json",
                List.of());
    }

    private Evaluation evaluation() {
        Gates gates = new Gates(
                gatesPass,
                List.of(
                        new GateCheck("profitFactor", gatesPass ? 1.7 : 1.1, 1.5, ">=", gatesPass),
                        new GateCheck("maxDrawdown", 0.1, 0.2, "<=", true)));
        return new Evaluation(
                task,
                200,
                180,
                0.58,
                0.52,
                0.02,
                0.06,
                0.03,
                0.57,
                0.6,
                0.55,
                0.57,
                List.of(),
                0.6,
                0.68,
                0.24,
                0.03,
                null,
                null,
                null,
                1.7,
                1.2,
                1.4,
                0.9,
                0.1,
                0.55,
                0.08,
                12.0,
                0.9,
                null,
                5,
                0,
                Map.of(),
                gates,
                new SplitAudit("chronological", 4, 0, List.of()),
                new TrainingSummary(10, 7, 0.5, 0.55, 900, 5000),
                null);
    }
}
