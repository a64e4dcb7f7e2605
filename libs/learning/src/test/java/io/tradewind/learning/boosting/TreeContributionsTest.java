package io.tradewind.learning.boosting;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.tradewind.learning.importance.Contributions;
import io.tradewind.learning.tree.TreeEnsemble;
import io.tradewind.learning.tree.TreeModels;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Contributions and base add up to the raw margin of the very model that serves, whichever library grew it. */
class TreeContributionsTest {

    private static final List<String> FEATURES = List.of("rising", "falling", "useless");
    private static final int WINDOW = 2;
    private static final int ROWS = 1500;
    private static final int LENGTH = WINDOW * 3;

    private final float[] rows = new float[ROWS * LENGTH];
    private final float[] labels = new float[ROWS];

    private void fill(boolean classes) {
        SplittableRandom random = new SplittableRandom(11);
        for (int k = 0; k < rows.length; k++) {
            rows[k] = random.nextDouble() < 0.05 ? Float.NaN : (float) random.nextGaussian();
        }
        for (int row = 0; row < ROWS; row++) {
            double signal = known(row * LENGTH + 3) - known(row * LENGTH + 4) + 0.3 * random.nextGaussian();
            labels[row] = classes ? signal > 0 ? 1 : 0 : (float) signal;
        }
    }

    private double known(int k) {
        return Float.isNaN(rows[k]) ? 0 : rows[k];
    }

    @ParameterizedTest
    @ValueSource(strings = {"binary:logistic", "reg:squarederror"})
    void xgboostsAddUpToItsMargin(String objective) throws Exception {
        // Given
        boolean classes = objective.startsWith("binary");
        fill(classes);
        DMatrix matrix = new DMatrix(rows, ROWS, LENGTH, Float.NaN);
        matrix.setLabel(labels);
        Booster booster = XGBoost.train(
                matrix, Map.of("objective", objective, "max_depth", 4, "nthread", 1), 30, Map.of(), null, null);
        byte[] model = booster.toByteArray("json");
        booster.dispose();
        matrix.dispose();

        // When
        Contributions contributions = TreeContributions.of("model.json", model, classes, FEATURES, rows, ROWS);

        // Then: 32-bit sums of some thirty trees
        assertThat(contributions.largestGap()).isLessThan(1e-4);
        assertRight(contributions, "model.json", model, classes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "objective=binary",
                "objective=regression",
                "objective=binary boosting=rf bagging_freq=1 bagging_fraction=0.6"
            })
    void lightgbmsAddUpToItsMargin(String options) throws Exception {
        // Given
        boolean classes = options.startsWith("objective=binary");
        fill(classes);
        String parameters = options + " num_leaves=15 num_threads=1 verbosity=-1 seed=1";
        byte[] model;
        try (LGBMDataset set = LGBMDataset.createFromMat(rows, ROWS, LENGTH, true, parameters, null)) {
            set.setField("label", labels);
            try (LGBMBooster booster = LGBMBooster.create(set, parameters)) {
                for (int round = 0; round < 30; round++) {
                    booster.updateOneIter();
                }
                model = booster.saveModelToString(0, 0, LGBMBooster.FeatureImportanceType.GAIN)
                        .getBytes(StandardCharsets.UTF_8);
            }
        }

        // When
        Contributions contributions = TreeContributions.of("model.txt", model, classes, FEATURES, rows, ROWS);

        // Then: 64-bit sums
        assertThat(contributions.largestGap()).isLessThan(1e-9);
        assertRight(contributions, "model.txt", model, classes);
    }

    private void assertRight(Contributions contributions, String file, byte[] model, boolean classes) {
        double[] values = new double[rows.length];
        Arrays.setAll(values, k -> rows[k]);
        TreeEnsemble trees = TreeModels.read(file, model);
        for (int row = 0; row < ROWS; row++) {
            double margin = contributions.scores()[row];
            double served = trees.score(values, row * LENGTH);
            assertThat(served).isCloseTo(classes ? 1 / (1 + Math.exp(-margin)) : margin, within(1e-5));
        }
        assertThat(contributions.summary().unit()).isEqualTo(classes ? "log-odds" : "return");
        assertThat(contributions.effect("rising")).isGreaterThan(0.7);
        assertThat(contributions.effect("falling")).isLessThan(-0.7);
        assertThat(contributions.meanAbsolute("useless")).isLessThan(contributions.meanAbsolute("rising") / 5);
    }
}
