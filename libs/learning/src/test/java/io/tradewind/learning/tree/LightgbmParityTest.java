package io.tradewind.learning.tree;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.tradewind.learning.boosting.LightgbmNatives;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class LightgbmParityTest {

    private static final int ROWS = 10_000;
    private static final int FEATURES = 8;

    /** Doubles added up in the same order. */
    private static final double TOLERANCE = 1e-12;

    @BeforeAll
    static void loadApart() {
        LightgbmNatives.load();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "objective=binary",
                "objective=regression",
                "objective=binary zero_as_missing=true",
                "objective=regression use_missing=false",
                "objective=binary categorical_feature=7 min_data_per_group=20",
                "objective=binary boosting=rf bagging_freq=1 bagging_fraction=0.6",
                "objective=binary sigmoid=2"
            })
    void agreesWithTheLibraryOnRandomRowsWithMissingValues(String options) throws Exception {
        // Given
        RandomRows rows = RandomRows.of(4, ROWS, FEATURES);
        String parameters = options + " num_leaves=31 num_threads=1 verbosity=-1 seed=1";
        try (LGBMDataset set = LGBMDataset.createFromMat(rows.values(), ROWS, FEATURES, true, parameters, null)) {
            set.setField("label", rows.labels());
            try (LGBMBooster booster = LGBMBooster.create(set, parameters)) {
                for (int round = 0; round < 30; round++) {
                    booster.updateOneIter();
                }
                double[] values = withStrangeCategories(RandomRows.of(6, ROWS, FEATURES));
                double[] expected = booster.predictForMat(
                        values, ROWS, FEATURES, true, PredictionType.C_API_PREDICT_NORMAL, parameters);
                String model = booster.saveModelToString(0, 0, LGBMBooster.FeatureImportanceType.GAIN);

                // When
                TreeEnsemble trees = LightgbmModelReader.read(model.getBytes(StandardCharsets.UTF_8));

                // Then
                for (int row = 0; row < ROWS; row++) {
                    assertThat(trees.score(values, row * FEATURES)).isCloseTo(expected[row], within(TOLERANCE));
                }
                assertThat(trees.trees()).isEqualTo(30);
                // The model must hold what the options are about.
                assertThat(model.contains("\ncat_threshold=")).isEqualTo(options.contains("categorical"));
                assertThat(missingKinds(model)).isEqualTo(expectedMissing(options));
            }
        }
    }

    /** Rows the model never saw; every seventh holds a category that none of its rows had. */
    private static double[] withStrangeCategories(RandomRows rows) {
        double[] values = rows.doubles();
        double[] strange = {-3, -0.5, 3.7, 99, 1e6, 1e10, -1e10, Double.MIN_VALUE};
        for (int row = 0; row < ROWS; row += 7) {
            values[row * FEATURES + FEATURES - 1] = strange[row / 7 % strange.length];
        }
        return values;
    }

    /** Kinds of missing values that the numeric splits know: none, zero or NaN. */
    private static Set<Integer> missingKinds(String model) {
        return model.lines()
                .filter(line -> line.startsWith("decision_type="))
                .flatMap(line ->
                        Arrays.stream(line.substring("decision_type=".length()).split(" ")))
                .map(Integer::parseInt)
                .filter(decision -> (decision & 1) == 0)
                .map(decision -> decision >> 2 & 3)
                .collect(Collectors.toSet());
    }

    private static Set<Integer> expectedMissing(String options) {
        return Set.of(
                options.contains("zero_as_missing")
                        ? LightgbmTrees.MISSING_ZERO
                        : options.contains("use_missing=false")
                                ? LightgbmTrees.MISSING_NONE
                                : LightgbmTrees.MISSING_NAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boosting=gbdt",
                "boosting=gbdt zero_as_missing=true",
                "boosting=rf bagging_freq=1 bagging_fraction=0.6"
            })
    void agreesWithTheLibraryOnThreeClasses(String options) throws Exception {
        // Given
        RandomRows rows = RandomRows.of(5, ROWS, FEATURES);
        String parameters =
                options + " objective=multiclass num_class=3 num_leaves=31 num_threads=1 verbosity=-1 seed=1";
        try (LGBMDataset set = LGBMDataset.createFromMat(rows.values(), ROWS, FEATURES, true, parameters, null)) {
            set.setField("label", rows.classes(FEATURES));
            try (LGBMBooster booster = LGBMBooster.create(set, parameters)) {
                for (int round = 0; round < 20; round++) {
                    booster.updateOneIter();
                }
                double[] values = rows.doubles();
                String model = booster.saveModelToString(0, 0, LGBMBooster.FeatureImportanceType.GAIN);
                double[] expected = NativeLightgbm.predict(model, values, ROWS, FEATURES, 3);

                // When
                TreeEnsemble trees = LightgbmModelReader.read(model.getBytes(StandardCharsets.UTF_8));

                // Then
                double[] actual = new double[4];
                for (int row = 0; row < ROWS; row++) {
                    trees.scores(values, row * FEATURES, actual, 1);
                    for (int k = 0; k < 3; k++) {
                        assertThat(actual[1 + k]).isCloseTo(expected[row * 3 + k], within(TOLERANCE));
                    }
                }
                assertThat(trees.trees()).isEqualTo(60);
                assertThat(trees.outputs()).isEqualTo(3);
            }
        }
    }

    @Test
    void refusesWhatItWouldScoreWrongly() {
        assertThatThrownBy(() -> LightgbmModelReader.read("pickle".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(TreeFormatException.class)
                .hasMessage("the model is not in LightGBM's text format");
        assertRefused("num_tree_per_iteration=3\nobjective=binary", "binary must not grow 3 trees per round");
        assertRefused("num_tree_per_iteration=1\nobjective=multiclass", "multiclass must not grow 1 trees per round");
        assertRefused("num_tree_per_iteration=1\nobjective=poisson", "objective poisson is not supported");
        assertRefused("num_tree_per_iteration=1\nobjective=regression sqrt", "objective regression sqrt is not");
        assertRefused(
                "num_tree_per_iteration=3\nobjective=multiclass num_class:3\n\nTree=0\nnum_leaves=1\nleaf_value=1\n",
                "trees must be as many for each of 3 classes, were 1");
    }

    private static void assertRefused(String header, String message) {
        String model = "tree\nmax_feature_idx=1\n" + header + "\nend of trees\n";
        assertThatThrownBy(() -> LightgbmModelReader.read(model.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(TreeFormatException.class)
                .hasMessageContaining(message);
    }
}
