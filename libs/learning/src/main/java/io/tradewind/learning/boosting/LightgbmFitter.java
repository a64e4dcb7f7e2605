package io.tradewind.learning.boosting;

import java.nio.charset.StandardCharsets;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import io.tradewind.learning.bundle.ScalerSpec;
import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.evaluation.TrainingSummary;
import io.tradewind.learning.fit.ClassWeights;
import io.tradewind.learning.fit.EarlyStopping;
import io.tradewind.learning.fit.FitFailedException;
import io.tradewind.learning.fit.FitRequest;
import io.tradewind.learning.fit.FittedModel;
import io.tradewind.learning.fit.ModelFitter;
import org.jspecify.annotations.Nullable;

/**
 * Grows trees with LightGBM, one thread: boosted ones, keeping the rounds up to the best, or a random forest, which has no best
 * round and keeps all.
 */
public final class LightgbmFitter implements ModelFitter {

    private static final int TRAINING = 0;
    private static final int VALIDATION = 1;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS_PER_SECOND = 1e3;

    private final boolean forest;

    public LightgbmFitter(boolean forest) {
        this.forest = forest;
    }

    @Override
    public FittedModel fit(FitRequest request) {
        LightgbmNatives.load();
        String parameters = parameters(request);
        // Everything the library makes is native memory; the booster goes before the sets it reads.
        try (LGBMDataset training = dataset(request, request.training(), parameters, null);
                LGBMDataset validation = dataset(request, request.validation(), parameters, training);
                LGBMBooster booster = LGBMBooster.create(training, parameters)) {
            booster.addValidData(validation);
            TrainingSummary summary = rounds(booster, request);
            // Once per training: the call leaks some megabytes in this version of the binding.
            String model = booster.saveModelToString(0, summary.bestEpoch(), LGBMBooster.FeatureImportanceType.GAIN);
            return new FittedModel(
                    "model.txt", model.getBytes(StandardCharsets.UTF_8), ScalerSpec.NONE, summary, "LightGBM 4.3.0");
        } catch (LGBMException e) {
            throw new FitFailedException("LightGBM failed: " + e.getMessage(), e);
        }
    }

    private static LGBMDataset dataset(
            FitRequest request, Samples samples, String parameters, @Nullable LGBMDataset like) throws LGBMException {
        float[] rows = samples.matrix();
        LGBMDataset dataset =
                LGBMDataset.createFromMat(rows, samples.size(), samples.windowLength(), true, parameters, like);
        float[] labels = new float[samples.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = request.task().classification() ? samples.classOf(i) : (float) samples.returnAfter(i);
        }
        dataset.setField("label", labels);
        float[] weights = ClassWeights.ofRows(request, samples).orElse(null);
        if (weights != null) {
            dataset.setField("weight", weights);
        }
        return dataset;
    }

    private String parameters(FitRequest request) {
        String objective =
                switch (request.task()) {
                    case DIRECTION -> "binary metric=binary_logloss";
                    case THREE_WAY_DIRECTION ->
                        "multiclass metric=multi_logloss num_class="
                                + request.outputNames().size();
                    case RETURN -> "regression metric=l2";
                    case PATTERNS -> throw new IllegalArgumentException("LIGHTGBM does not learn " + request.task());
                };
        String common = ("boosting=%s objective=%s num_leaves=%d max_depth=%d min_data_in_leaf=%d"
                        + " bagging_fraction=%s bagging_freq=1 feature_fraction=%s lambda_l2=%s learning_rate=%s")
                .formatted(
                        forest ? "rf" : "gbdt",
                        objective,
                        request.integer("leaves"),
                        request.integer("maxDepth"),
                        request.integer("minRowsInLeaf"),
                        request.decimal("subsample"),
                        request.decimal("columnSample"),
                        request.decimal("lambda"),
                        request.schedule().learningRate());
        return common
                + " seed=%d deterministic=true force_row_wise=true num_threads=1 verbosity=-1 is_provide_training_metric=true"
                        .formatted(request.seed() & Integer.MAX_VALUE);
    }

    private TrainingSummary rounds(LGBMBooster booster, FitRequest request) throws LGBMException {
        EarlyStopping stopping = new EarlyStopping(request.schedule().patience());
        long started = System.nanoTime();
        boolean finished = false;
        int round = 0;
        while (!finished && round < request.schedule().epochs() && (forest || !stopping.exhausted())) {
            request.monitor().check();
            round++;
            // The library says so itself when no further split gains anything.
            finished = booster.updateOneIter();
            double trainingLoss = booster.getEval(TRAINING)[0];
            double validationLoss = booster.getEval(VALIDATION)[0];
            boolean best = stopping.accept(round, trainingLoss, validationLoss);
            request.monitor().epoch(round, trainingLoss, validationLoss, best);
        }
        double millis = (System.nanoTime() - started) / NANOS_PER_MILLI;
        return new TrainingSummary(
                round,
                forest ? round : stopping.bestEpoch(),
                stopping.trainingLossAtBest(),
                stopping.bestLoss(),
                Math.round(millis),
                (double) round * request.training().size() * MILLIS_PER_SECOND / Math.max(1, millis));
    }
}
