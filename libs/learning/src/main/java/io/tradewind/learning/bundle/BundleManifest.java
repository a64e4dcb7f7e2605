package io.tradewind.learning.bundle;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tradewind.learning.calibration.Calibration;
import io.tradewind.learning.ensemble.Aggregation;
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
 * @param modelFile the model's file; of several, the first member's
 * @param members the model files where there are several, as of an ensemble or of trees with several horizons; else empty
 * @param aggregation how members' outputs become one; null where the one model file gives them
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

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<BundleMember> members,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Aggregation aggregation,
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
        members = members == null ? List.of() : List.copyOf(members);
        files = List.copyOf(files);
    }

    /** A manifest with one horizon and one model file. */
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
                List.of(),
                null,
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
                members,
                aggregation,
                others);
    }

    /** The manifest that one model file would have alone, uncalibrated. */
    public BundleManifest of(BundleMember member) {
        return new BundleManifest(
                formatVersion,
                member.architecture(),
                member.hyperparameters(),
                task,
                horizonBars,
                horizons,
                member.window(),
                featureNames,
                featureSchemaHash,
                featureSet,
                member.outputs(),
                scaler,
                label,
                Calibration.NONE,
                seed,
                data,
                createdAt,
                codeVersion,
                runtime,
                member.file(),
                List.of(),
                null,
                List.of());
    }

    /** The files that hold weights, each once. */
    public List<String> modelFiles() {
        return members.isEmpty()
                ? List.of(modelFile)
                : members.stream().map(BundleMember::file).toList();
    }
}
