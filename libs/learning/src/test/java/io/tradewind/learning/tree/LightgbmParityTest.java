package io.tradewind.learning.tree;

import java.nio.charset.StandardCharsets;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
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
                double[] values = rows.doubles();
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
            }
        }
    }

    @Test
    void refusesWhatItWouldScoreWrongly() {
        assertThatThrownBy(() -> LightgbmModelReader.read("pickle".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(TreeFormatException.class)
                .hasMessage("the model is not in LightGBM's text format");
        String multiclass = "tree\nnum_tree_per_iteration=3\nmax_feature_idx=1\n\nend of trees\n";
        assertThatThrownBy(() -> LightgbmModelReader.read(multiclass.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(TreeFormatException.class)
                .hasMessage("one tree per round is supported only");
    }
}
