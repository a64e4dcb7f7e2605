package io.tradewind.learning.bundle;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import io.tradewind.learning.architecture.ArchitectureCatalogue;
import io.tradewind.learning.bundle.BundleRefusedException.Reason;
import io.tradewind.market.feature.FeatureSet;

/** What a manifest must satisfy before its files are even looked at. */
public final class BundleRules {

    private static final Pattern FILE_NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,60}\\.[a-z]{1,8}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int LARGEST_WINDOW = 4096;

    private BundleRules() {}

    /**
     * The manifest in those bytes.
     *
     * @throws BundleRefusedException with the reason if it is not one this library can serve
     */
    public static BundleManifest parse(byte[] manifestJson) {
        BundleManifest manifest;
        try {
            manifest = BundleJson.read(manifestJson, BundleManifest.class, Bundle.MANIFEST);
        } catch (BundleRefusedException e) {
            throw new BundleRefusedException(Reason.BAD_MANIFEST, e.getMessage(), e);
        }
        verify(manifest);
        return manifest;
    }

    private static void verify(BundleManifest manifest) {
        if (manifest.formatVersion() != BundleManifest.FORMAT_VERSION) {
            throw new BundleRefusedException(
                    Reason.UNKNOWN_FORMAT,
                    "formatVersion must be %d, was %d"
                            .formatted(BundleManifest.FORMAT_VERSION, manifest.formatVersion()));
        }
        present(manifest);
        ranges(manifest);
        MemberRules.verify(manifest);
        boolean known = ArchitectureCatalogue.find(manifest.architecture()).isPresent();
        if (!known && !ArchitectureCatalogue.FOREIGN.equals(manifest.architecture())) {
            throw new BundleRefusedException(
                    Reason.UNKNOWN_ARCHITECTURE, "architecture %s is unknown".formatted(manifest.architecture()));
        }
        featureSchema(manifest);
        files(manifest);
    }

    private static void present(BundleManifest manifest) {
        required(manifest.architecture(), "architecture");
        required(manifest.task(), "task");
        required(manifest.featureSchemaHash(), "featureSchemaHash");
        required(manifest.featureSet(), "featureSet");
        required(manifest.scaler(), "scaler");
        required(manifest.label(), "label");
        required(manifest.calibration(), "calibration");
        required(manifest.data(), "data");
        required(manifest.createdAt(), "createdAt");
        required(manifest.modelFile(), "modelFile");
    }

    private static void required(Object value, String name) {
        require(value != null, "%s must be given".formatted(name));
    }

    private static void ranges(BundleManifest manifest) {
        require(manifest.horizonBars() >= 1, "horizonBars must be >= 1, was " + manifest.horizonBars());
        require(
                manifest.window() >= 1 && manifest.window() <= LARGEST_WINDOW,
                "window must be between 1 and %d, was %d".formatted(LARGEST_WINDOW, manifest.window()));
        require(!manifest.featureNames().isEmpty(), "featureNames must not be empty");
        require(
                new HashSet<>(manifest.featureNames()).size()
                        == manifest.featureNames().size(),
                "featureNames must not repeat a name");
        List<Integer> horizons = manifest.horizons();
        require(
                horizons.get(0) == manifest.horizonBars()
                        && new HashSet<>(horizons).size() == horizons.size()
                        && horizons.stream().allMatch(bars -> bars >= 1),
                "horizons must start with horizonBars %d, be >= 1 and not repeat, were %s"
                        .formatted(manifest.horizonBars(), horizons));
        List<String> outputs = manifest.task().outputNames(horizons);
        require(
                manifest.outputNames().equals(outputs),
                "outputNames must be %s, was %s".formatted(outputs, manifest.outputNames()));
    }

    private static void featureSchema(BundleManifest manifest) {
        String expected;
        try {
            expected = BundleManifest.FOREIGN.equals(manifest.featureSet())
                    ? ForeignFeatures.schemaHash(manifest.featureNames())
                    : FeatureSet.of(manifest.featureNames()).schemaHash();
        } catch (IllegalArgumentException e) {
            throw new BundleRefusedException(Reason.UNKNOWN_FEATURES, e.getMessage(), e);
        }
        if (!expected.equals(manifest.featureSchemaHash())) {
            throw new BundleRefusedException(
                    Reason.WRONG_FEATURE_SCHEMA,
                    "featureSchemaHash must be %s for these feature names in this order, was %s"
                            .formatted(expected, manifest.featureSchemaHash()));
        }
    }

    private static void files(BundleManifest manifest) {
        Set<String> names = new HashSet<>();
        for (BundleFile file : manifest.files()) {
            // The name is resolved against a folder later: letters, digits and one dot cannot leave it.
            require(
                    file.name() != null && FILE_NAME.matcher(file.name()).matches(),
                    "file name %s is not allowed".formatted(file.name()));
            require(!Bundle.MANIFEST.equals(file.name()), "files must not list " + Bundle.MANIFEST);
            require(names.add(file.name()), "files must list %s once".formatted(file.name()));
            require(
                    file.sha256() != null && SHA256.matcher(file.sha256()).matches(),
                    "sha256 of %s must be 64 lower-case hex digits, was %s".formatted(file.name(), file.sha256()));
            require(file.size() >= 0, "size of %s must be >= 0, was %d".formatted(file.name(), file.size()));
        }
        for (String name : manifest.modelFiles()) {
            require(names.contains(name), "files must list " + name);
        }
        for (String name : List.of(manifest.modelFile(), Bundle.EVALUATION, Bundle.REFERENCE, Bundle.IMPORTANCE)) {
            require(names.contains(Objects.requireNonNull(name)), "files must list " + name);
        }
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new BundleRefusedException(Reason.BAD_MANIFEST, otherwise);
        }
    }
}
