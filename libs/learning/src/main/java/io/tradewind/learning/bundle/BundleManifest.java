package io.tradewind.learning.bundle;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.tradewind.learning.calibration.Calibration;
import io.tradewind.learning.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to run a model and to know where it came from; {@code manifest.json} of a bundle.
 *
 * @param formatVersion {@link #FORMAT_VERSION}
 * @param horizonBars bars ahead of the first forecast value, which decides direction
 * @param horizons bars ahead of each forecast value; {@code horizonBars} alone in bundles that do not say
 * @param window rows one forecast takes; the model's input is {@code (batch, window, features)}
 * @param featureNames columns of the input in order
 * @param featureSchemaHash lower-case hex SHA-256 that pins names and order
 * @param featureSet name of the feature set, {@code custom} for a list of names, {@code foreign} for another's features
 * @param files every other file of the bundle
 */
public record BundleManifest(
        int formatVersion,
        String architecture,
        Map<String, Object> hyperparameters,
        Task task,
        int horizonBars,
        @Nullable List<Integer> horizons,
        int window,
        List<String> featureNames,
        String featureSchemaHash,
        String featureSet,
        List<String> outputNames,
        ScalerSpec scaler,
        LabelSpec label,
        Calibration calibration,
        long seed,
        DataSpec data,
        Instant createdAt,
        String codeVersion,
        RuntimeSpec runtime,
        String modelFile,
        List<BundleFile> files) {

    /** The only format version there is. */
    public static final int FORMAT_VERSION = 1;

    /** Feature set of models whose features this library does not compute. */
    public static final String FOREIGN = "foreign";

    public BundleManifest {
        horizons = horizons == null || horizons.isEmpty() ? List.of(horizonBars) : List.copyOf(horizons);
        hyperparameters = Map.copyOf(hyperparameters);
        featureNames = List.copyOf(featureNames);
        outputNames = List.copyOf(outputNames);
        files = List.copyOf(files);
    }

    /** A manifest with one horizon. */
    public BundleManifest(
            int formatVersion,
            String architecture,
            Map<String, Object> hyperparameters,
            Task task,
            int horizonBars,
            int window,
            List<String> featureNames,
            String featureSchemaHash,
            String featureSet,
            List<String> outputNames,
            ScalerSpec scaler,
            LabelSpec label,
            Calibration calibration,
            long seed,
            DataSpec data,
            Instant createdAt,
            String codeVersion,
            RuntimeSpec runtime,
            String modelFile,
            List<BundleFile> files) {
        this(
                formatVersion,
                architecture,
                hyperparameters,
                task,
                horizonBars,
                List.of(horizonBars),
                window,
                featureNames,
                featureSchemaHash,
                featureSet,
                outputNames,
                scaler,
                label,
                calibration,
                seed,
                data,
                createdAt,
                codeVersion,
                runtime,
                modelFile,
                files);
    }

    /** The same manifest listing other files. */
    public BundleManifest withFiles(List<BundleFile> others) {
        return new BundleManifest(
                formatVersion,
                architecture,
                hyperparameters,
                task,
                horizonBars,
                horizons,
                window,
                featureNames,
                featureSchemaHash,
                featureSet,
                outputNames,
                scaler,
                label,
                calibration,
                seed,
                data,
                createdAt,
                codeVersion,
                runtime,
                modelFile,
                others);
    }
}
