package io.tradewind.learning.foreign;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.bundle.DataSpec;
import io.tradewind.learning.bundle.Digests;
import io.tradewind.learning.bundle.ForeignFeatures;
import io.tradewind.learning.bundle.LabelSpec;
import io.tradewind.learning.task.Task;
import io.tradewind.market.feature.FeatureSet;

/**
 * What the owner of a foreign model declares about it; an ONNX file itself only knows shapes.
 *
 * @param horizons bars from the newest input row to each forecast close, the first the one that is traded; one unless the task is
 *     RETURN
 * @param window rows one forecast takes, oldest first
 * @param featureSet name of a feature set, {@code custom} for features of the catalogue by name, {@code foreign} for features
 *     that only the model's owner computes: such a model takes tensors, never symbols
 * @param featureNames columns of a row in order
 * @param symbol market it was trained for
 * @param timeframe candles it was trained for, as {@code 1h}
 * @param label classes: mean returns of what went down, flat and up, from which expected returns follow; 0 where unknown
 */
public record ForeignSchema(
        Task task,
        List<Integer> horizons,
        int window,
        String featureSet,
        List<String> featureNames,
        String symbol,
        String timeframe,
        LabelSpec label) {

    private static final String CUSTOM = "custom";

    public ForeignSchema {
        horizons = List.copyOf(horizons);
        featureNames = List.copyOf(featureNames);
        if (horizons.isEmpty() || (task != Task.RETURN && horizons.size() > 1)) {
            throw new IllegalArgumentException("%s must have %s, had %s"
                    .formatted(task, task == Task.RETURN ? "horizons" : "one horizon", horizons));
        }
    }

    /** A model on features of the catalogue: a set's name, or names in order. */
    public static ForeignSchema onCatalogue(
            Task task, List<Integer> horizons, int window, FeatureSet features, String symbol, String timeframe) {
        return new ForeignSchema(
                task, horizons, window, features.name(), features.names(), symbol, timeframe, unknown(task));
    }

    /** A model on features that only its owner computes. */
    public static ForeignSchema onOwnFeatures(
            Task task, List<Integer> horizons, int window, List<String> names, String symbol, String timeframe) {
        return new ForeignSchema(
                task, horizons, window, BundleManifest.FOREIGN, names, symbol, timeframe, unknown(task));
    }

    private static LabelSpec unknown(Task task) {
        return new LabelSpec(task.name().toLowerCase(Locale.ROOT), 0, 0, 0);
    }

    /** Pins names and order. */
    String schemaHash() {
        if (BundleManifest.FOREIGN.equals(featureSet)) {
            return ForeignFeatures.schemaHash(featureNames);
        }
        FeatureSet set = CUSTOM.equals(featureSet) ? FeatureSet.of(featureNames) : FeatureSet.named(featureSet);
        if (!set.names().equals(featureNames)) {
            throw new IllegalArgumentException(
                    "features of the set %s must be %s, were %s".formatted(featureSet, set.names(), featureNames));
        }
        return set.schemaHash();
    }

    /** Says only which market: what the owner trained on is not known here. */
    DataSpec data(Instant now) {
        return new DataSpec(symbol, timeframe, now, now, 0, Digests.sha256(new byte[0]));
    }
}
