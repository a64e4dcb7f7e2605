package io.tradewind.market.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.tradewind.market.definition.Feature;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.KernelPlan;

/** Which kernels a set needs and which of their outputs is which column. */
final class Wiring {
    final List<KernelPlan> plans = new ArrayList<>();
    /** Per column, its plan. */
    private final int[] planOf;
    /** Per column, its output of the plan. */
    private final int[] outputOf;

    final boolean needsLogReturn;
    final boolean needsLogVolume;

    Wiring(FeatureSet set) {
        Map<String, Integer> byKey = new LinkedHashMap<>();
        List<Feature> features = set.features();
        planOf = new int[features.size()];
        outputOf = new int[features.size()];
        for (int column = 0; column < planOf.length; column++) {
            KernelPlan plan = features.get(column).plan();
            Integer known = byKey.putIfAbsent(plan.key(), plans.size());
            planOf[column] = known == null ? plans.size() : known;
            outputOf[column] = features.get(column).output();
            if (known == null) {
                plans.add(plan);
            }
        }
        needsLogReturn = plans.stream().anyMatch(KernelPlan::logReturn);
        needsLogVolume = plans.stream().anyMatch(KernelPlan::logVolume);
    }

    Kernel[] kernels() {
        return plans.stream().map(plan -> plan.factory().get()).toArray(Kernel[]::new);
    }

    /** Per kernel and output the column it goes to; outputs that nobody wants share one that is thrown away. */
    double[][][] outputs(double[][] columns, int rows) {
        double[] discarded = new double[rows];
        double[][][] outputs = new double[plans.size()][][];
        for (int k = 0; k < outputs.length; k++) {
            outputs[k] = new double[plans.get(k).outputs()][];
            Arrays.fill(outputs[k], discarded);
        }
        for (int column = 0; column < columns.length; column++) {
            outputs[planOf[column]][outputOf[column]] = columns[column];
        }
        return outputs;
    }
}
