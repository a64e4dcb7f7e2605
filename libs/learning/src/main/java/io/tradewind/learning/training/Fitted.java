package io.tradewind.learning.training;

import java.util.List;
import java.util.Map;

import io.tradewind.learning.bundle.BundleMember;
import io.tradewind.learning.bundle.ScalerSpec;
import io.tradewind.learning.ensemble.Aggregation;
import io.tradewind.learning.evaluation.TrainingSummary;
import org.jspecify.annotations.Nullable;

/**
 * All that a plan's fits gave.
 *
 * @param models bytes by file name
 * @param modelFile the only model's file, or the first member's
 * @param members empty where one file gives all outputs
 * @param aggregation null where there are no members
 */
record Fitted(
        Map<String, byte[]> models,
        String modelFile,
        List<BundleMember> members,
        @Nullable Aggregation aggregation,
        ScalerSpec scaler,
        TrainingSummary summary,
        String library) {}
