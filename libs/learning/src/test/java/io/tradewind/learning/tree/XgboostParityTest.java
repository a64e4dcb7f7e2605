package io.tradewind.learning.tree;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class XgboostParityTest {

    private static final int ROWS = 10_000;
    private static final int FEATURES = 12;

    /** 32-bit floats added up in the same order; the logistic may differ in its last bits. */
    private static final double TOLERANCE = 1e-6;

    @ParameterizedTest
    @ValueSource(strings = {"binary:logistic", "reg:squarederror"})
    void agreesWithTheLibraryOnRandomRowsWithMissingValues(String objective) throws Exception {
        // Given
        RandomRows rows = RandomRows.of(3, ROWS, FEATURES);
        DMatrix matrix = new DMatrix(rows.values(), ROWS, FEATURES, Float.NaN);
        matrix.setLabel(rows.labels());
        Map<String, Object> parameters =
                Map.of("objective", objective, "max_depth", 6, "eta", 0.3, "nthread", 1, "verbosity", 0);
        Booster booster = XGBoost.train(matrix, parameters, 40, Map.of(), null, null);
        float[][] expected = booster.predict(matrix);

        // When
        TreeEnsemble trees = XgboostModelReader.read(booster.toByteArray("json"));

        // Then
        double[] values = rows.doubles();
        for (int row = 0; row < ROWS; row++) {
            assertThat(trees.score(values, row * FEATURES)).isCloseTo(expected[row][0], within(TOLERANCE));
        }
        assertThat(trees.trees()).isEqualTo(40);
        assertThat(trees.gains()[0]).isPositive();
        booster.dispose();
        matrix.dispose();
    }

    @Test
    void agreesWithTheLibraryOnThreeClasses() throws Exception {
        // Given
        RandomRows rows = RandomRows.of(6, ROWS, FEATURES);
        DMatrix matrix = new DMatrix(rows.values(), ROWS, FEATURES, Float.NaN);
        matrix.setLabel(rows.classes(FEATURES));
        Map<String, Object> parameters =
                Map.of("objective", "multi:softprob", "num_class", 3, "max_depth", 5, "nthread", 1, "verbosity", 0);
        Booster booster = XGBoost.train(matrix, parameters, 20, Map.of(), null, null);
        float[][] expected = booster.predict(matrix);

        // When
        TreeEnsemble trees = XgboostModelReader.read(booster.toByteArray("json"));

        // Then
        double[] values = rows.doubles();
        double[] actual = new double[4];
        for (int row = 0; row < ROWS; row++) {
            trees.scores(values, row * FEATURES, actual, 1);
            for (int k = 0; k < 3; k++) {
                assertThat(actual[1 + k]).isCloseTo(expected[row][k], within(TOLERANCE));
            }
        }
        assertThat(trees.trees()).isEqualTo(60);
        assertThat(trees.outputs()).isEqualTo(3);
        booster.dispose();
        matrix.dispose();
    }

    @Test
    void refusesWhatItWouldScoreWrongly() {
        assertThatThrownBy(() -> XgboostModelReader.read("not json".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(TreeFormatException.class)
                .hasMessageContaining("not JSON");
        assertThatThrownBy(() -> XgboostModelReader.read(
                        "{\"learner\":{\"objective\":{\"name\":\"rank:ndcg\"}}}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(TreeFormatException.class)
                .hasMessage("objective rank:ndcg is not supported");
    }
}
