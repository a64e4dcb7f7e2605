package io.tradewind.learning.boosting;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.tradewind.learning.bundle.ScalerSpec;
import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.evaluation.TrainingSummary;
import io.tradewind.learning.fit.ClassWeights;
import io.tradewind.learning.fit.EarlyStopping;
import io.tradewind.learning.fit.FitFailedException;
import io.tradewind.learning.fit.FitRequest;
import io.tradewind.learning.fit.FittedModel;
import io.tradewind.learning.fit.ModelFitter;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Grows gradient-boosted trees with XGBoost, one thread, and keeps the rounds up to the best one. */
public final class XgboostFitter implements ModelFitter {

    private static final String[] SETS = {"training", "validation"};
    private static final Pattern LOSS = Pattern.compile("(training|validation)-\\w+:(\\S+)");
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS_PER_SECOND = 1e3;

    @Override
    public FittedModel fit(FitRequest request) {
        try {
            return fitNative(request);
        } catch (XGBoostError e) {
            throw new FitFailedException("XGBoost failed: " + e.getMessage(), e);
        }
    }

    private static FittedModel fitNative(FitRequest request) throws XGBoostError {
        // Matrices and boosters hold native memory that the library frees only when told to.
        DMatrix training = matrix(request, request.training());
        DMatrix validation = null;
        Booster booster = null;
        try {
            validation = matrix(request, request.validation());
            booster = XGBoost.train(training, parameters(request), 0, Map.of("validation", validation), null, null);
            TrainingSummary summary = rounds(booster, request, new DMatrix[] {training, validation});
            byte[] model = XgboostModel.firstRounds(booster.toByteArray("json"), summary.bestEpoch());
            return new FittedModel("model.json", model, ScalerSpec.NONE, summary, "XGBoost 3.0.4");
        } finally {
            training.dispose();
            if (validation != null) {
                validation.dispose();
            }
            if (booster != null) {
                booster.dispose();
            }
        }
    }

    private static DMatrix matrix(FitRequest request, Samples samples) throws XGBoostError {
        DMatrix matrix = new DMatrix(samples.matrix(), samples.size(), samples.windowLength(), Float.NaN);
        float[] labels = new float[samples.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = request.task().classification() ? samples.classOf(i) : (float) samples.returnAfter(i);
        }
        matrix.setLabel(labels);
        float[] weights = ClassWeights.ofRows(request, samples).orElse(null);
        if (weights != null) {
            matrix.setWeight(weights);
        }
        return matrix;
    }

    private static Map<String, Object> parameters(FitRequest request) {
        Map<String, Object> parameters = new HashMap<>();
        switch (request.task()) {
            case DIRECTION -> {
                parameters.put("objective", "binary:logistic");
                parameters.put("eval_metric", "logloss");
            }
            case THREE_WAY_DIRECTION -> {
                parameters.put("objective", "multi:softprob");
                parameters.put("num_class", request.outputNames().size());
                parameters.put("eval_metric", "mlogloss");
            }
            case RETURN -> {
                parameters.put("objective", "reg:squarederror");
                parameters.put("eval_metric", "rmse");
            }
            case PATTERNS -> throw new IllegalArgumentException("XGBOOST does not learn " + request.task());
        }
        parameters.put("max_depth", request.integer("maxDepth"));
        parameters.put("eta", request.schedule().learningRate());
        parameters.put("subsample", request.decimal("subsample"));
        parameters.put("colsample_bytree", request.decimal("columnSample"));
        parameters.put("min_child_weight", request.decimal("minChildWeight"));
        parameters.put("lambda", request.decimal("lambda"));
        parameters.put("alpha", request.decimal("alpha"));
        parameters.put("gamma", request.decimal("gamma"));
        parameters.put("tree_method", "hist");
        parameters.put("seed", request.seed());
        parameters.put("nthread", 1);
        parameters.put("verbosity", 0);
        return parameters;
    }

    private static TrainingSummary rounds(Booster booster, FitRequest request, DMatrix[] sets) throws XGBoostError {
        EarlyStopping stopping = new EarlyStopping(request.schedule().patience());
        long started = System.nanoTime();
        for (int round = 1; round <= request.schedule().epochs() && !stopping.exhausted(); round++) {
            request.monitor().check();
            booster.update(sets[0], round - 1);
            Map<String, Double> losses = losses(booster.evalSet(sets, SETS, round - 1));
            double trainingLoss = losses.get("training");
            double validationLoss = losses.get("validation");
            boolean best = stopping.accept(round, trainingLoss, validationLoss);
            request.monitor().epoch(round, trainingLoss, validationLoss, best);
        }
        double millis = (System.nanoTime() - started) / NANOS_PER_MILLI;
        return new TrainingSummary(
                stopping.lastEpoch(),
                stopping.bestEpoch(),
                stopping.trainingLossAtBest(),
                stopping.bestLoss(),
                Math.round(millis),
                (double) stopping.lastEpoch() * request.training().size() * MILLIS_PER_SECOND / Math.max(1, millis));
    }

    /** The library reports losses as text only: {@code [0] training-logloss:0.69 validation-logloss:0.69}. */
    private static Map<String, Double> losses(String report) {
        Map<String, Double> losses = new HashMap<>();
        Matcher matcher = LOSS.matcher(report);
        while (matcher.find()) {
            losses.put(matcher.group(1), number(matcher.group(2)));
        }
        return losses;
    }

    private static double number(String text) {
        return switch (text) {
            case "nan", "-nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
