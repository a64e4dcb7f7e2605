package io.tradewind.benchmarks.learning;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import io.tradewind.learning.boosting.LightgbmNatives;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** A native library's model of 200 trees and the calls it offers for a few rows. */
interface NativeTrees extends AutoCloseable {

    int TREES = 200;

    /** The model file's name and bytes. */
    String file();

    byte[] model();

    /** P(up) of the first row, by the quickest call the library has for rows in memory. */
    double score(float[] rows, int count) throws Exception;

    @Override
    void close();

    /** Trees of either library with the parameters this library trains with. */
    static NativeTrees of(String library, MarketRows rows) throws Exception {
        return switch (library) {
            case "XGBOOST" -> new Xgboost(rows);
            case "LIGHTGBM" -> new Lightgbm(rows);
            default -> throw new IllegalArgumentException("no trees are called " + library);
        };
    }

    /** XGBoost4J. */
    final class Xgboost implements NativeTrees {

        private final Booster booster;
        private final int features;

        Xgboost(MarketRows rows) throws XGBoostError {
            features = rows.features();
            DMatrix matrix = new DMatrix(rows.values(), rows.labels().length, features, Float.NaN);
            matrix.setLabel(rows.labels());
            booster = XGBoost.train(
                    matrix,
                    Map.of(
                            "objective",
                            "binary:logistic",
                            "max_depth",
                            5,
                            "eta",
                            0.1,
                            "subsample",
                            0.8,
                            "colsample_bytree",
                            0.8,
                            "nthread",
                            1,
                            "verbosity",
                            0),
                    TREES,
                    Map.of(),
                    null,
                    null);
            matrix.dispose();
        }

        @Override
        public String file() {
            return "model.json";
        }

        @Override
        public byte[] model() {
            try {
                return booster.toByteArray("json");
            } catch (XGBoostError e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public double score(float[] rows, int count) throws XGBoostError {
            return booster.inplace_predict(rows, count, features, Float.NaN)[0][0];
        }

        /** The call that its documentation shows first: a matrix, a prediction, and the matrix freed. */
        double scoreByMatrix(float[] rows, int count) throws XGBoostError {
            DMatrix matrix = new DMatrix(rows, count, features, Float.NaN);
            try {
                return booster.predict(matrix)[0][0];
            } finally {
                matrix.dispose();
            }
        }

        @Override
        public void close() {
            booster.dispose();
        }
    }

    /** LightGBM4J. */
    final class Lightgbm implements NativeTrees {

        private static final String PARAMETERS = "objective=binary num_leaves=31 min_data_in_leaf=20 learning_rate=0.05"
                + " bagging_fraction=0.8 bagging_freq=1 feature_fraction=0.8 num_threads=1 verbosity=-1";

        private final LGBMBooster booster;
        private final int features;

        Lightgbm(MarketRows rows) throws LGBMException {
            LightgbmNatives.load();
            features = rows.features();
            try (LGBMDataset set =
                    LGBMDataset.createFromMat(rows.values(), rows.labels().length, features, true, PARAMETERS, null)) {
                set.setField("label", rows.labels());
                booster = LGBMBooster.create(set, PARAMETERS);
                for (int round = 0; round < TREES; round++) {
                    booster.updateOneIter();
                }
            }
        }

        @Override
        public String file() {
            return "model.txt";
        }

        @Override
        public byte[] model() {
            try {
                return booster.saveModelToString(0, 0, LGBMBooster.FeatureImportanceType.GAIN)
                        .getBytes(StandardCharsets.UTF_8);
            } catch (LGBMException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public double score(float[] rows, int count) throws LGBMException {
            return count == 1
                    ? booster.predictForMatSingleRow(rows, PredictionType.C_API_PREDICT_NORMAL)
                    : booster.predictForMat(
                                    rows, count, features, true, PredictionType.C_API_PREDICT_NORMAL, "num_threads=1")[
                            0];
        }

        @Override
        public void close() {
            try {
                booster.close();
            } catch (LGBMException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
