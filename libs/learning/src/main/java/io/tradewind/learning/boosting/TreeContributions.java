package io.tradewind.learning.boosting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;
import io.tradewind.learning.fit.FitFailedException;
import io.tradewind.learning.importance.Contributions;
import io.tradewind.learning.tree.LightgbmModelReader;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * TreeSHAP (Lundberg, Erion and Lee 2018) by the native libraries: exact Shapley values of the raw margin, where a feature that is not
 * known follows the training rows' shares at its splits. A feature's contributions in all steps of a window are added up.
 */
public final class TreeContributions {

    public static final String METHOD = "tree-shap";

    private static final String XGBOOST = ".json";

    private TreeContributions() {}

    /**
     * Takes raw margins apart.
     *
     * @param fileName {@code .json} for XGBoost, {@code .txt} for LightGBM
     * @param logOdds whether the margin is one; otherwise it is a return
     * @param rows windows of shape (count, window, features), at least 1
     */
    public static Contributions of(
            String fileName, byte[] model, boolean logOdds, List<String> features, float[] rows, int count) {
        double[][] flat = fileName.endsWith(XGBOOST) ? xgboost(model, rows, count) : lightgbm(model, rows, count);
        double[][] values = new double[count][features.size()];
        double[] scores = new double[count];
        int length = rows.length / count;
        for (int row = 0; row < count; row++) {
            for (int k = 0; k < length; k++) {
                values[row][k % features.size()] += flat[row][k];
            }
            scores[row] = flat[row][length + 1];
        }
        double[] windows = new double[rows.length];
        Arrays.setAll(windows, k -> rows[k]);
        return new Contributions(
                METHOD,
                logOdds ? "log-odds" : "return",
                features,
                0,
                flat[0][length],
                values,
                scores,
                Contributions.newestRows(windows, count, features.size()));
    }

    /** Per row: a contribution per value, the base, then the margin itself. */
    private static double[][] xgboost(byte[] model, float[] rows, int count) {
        Booster booster = null;
        DMatrix matrix = null;
        try {
            booster = XGBoost.loadModel(model);
            booster.setParam("nthread", 1);
            matrix = new DMatrix(rows, count, rows.length / count, Float.NaN);
            float[][] contributions = booster.predictContrib(matrix, 0);
            float[][] margins = booster.predict(matrix, true);
            double[][] result = new double[count][];
            for (int row = 0; row < count; row++) {
                float[] parts = contributions[row];
                result[row] = new double[parts.length + 1];
                for (int k = 0; k < parts.length; k++) {
                    result[row][k] = parts[k];
                }
                result[row][parts.length] = margins[row][0];
            }
            return result;
        } catch (XGBoostError | IOException e) {
            throw new FitFailedException("XGBoost cannot explain its model: " + e.getMessage(), e);
        } finally {
            if (matrix != null) {
                matrix.dispose();
            }
            if (booster != null) {
                booster.dispose();
            }
        }
    }

    private static double[][] lightgbm(byte[] model, float[] rows, int count) {
        int length = rows.length / count;
        String text = new String(model, StandardCharsets.UTF_8);
        // The library adds a forest's trees up here, although it averages them to forecast.
        int divisor = text.contains("\naverage_output\n")
                ? LightgbmModelReader.read(model).trees()
                : 1;
        LightgbmNatives.load();
        try (LGBMBooster booster = LGBMBooster.loadModelFromString(text)) {
            double[] contributions = booster.predictForMat(
                    rows, count, length, true, PredictionType.C_API_PREDICT_CONTRIB, "num_threads=1");
            double[] margins = booster.predictForMat(
                    rows, count, length, true, PredictionType.C_API_PREDICT_RAW_SCORE, "num_threads=1");
            double[][] result = new double[count][];
            for (int row = 0; row < count; row++) {
                int from = row * (length + 1);
                double[] parts = Arrays.copyOfRange(contributions, from, from + length + 2);
                parts[length + 1] = margins[row];
                Arrays.setAll(parts, k -> parts[k] / divisor);
                result[row] = parts;
            }
            return result;
        } catch (LGBMException e) {
            throw new FitFailedException("LightGBM cannot explain its model: " + e.getMessage(), e);
        }
    }
}
