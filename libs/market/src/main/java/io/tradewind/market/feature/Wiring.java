package io.tradewind.market.feature;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.tradewind.market.definition.Feature;
import io.tradewind.market.kernel.Derived;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.KernelPlan;

/** Which kernels a set needs and which of their outputs is which column. */
final class Wiring {
    final List<KernelPlan> plans = new ArrayList<>();
    /** Per column, its plan. */
    private final int[] planOf;
    /** Per column, its output of the plan. */
    private final int[] outputOf;

    final Set<Derived> needs = EnumSet.noneOf(Derived.class);

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
        plans.forEach(plan -> needs.addAll(plan.reads()));
    }

    Kernel[] kernels() {
        return plans.stream().map(plan -> plan.factory().get()).toArray(Kernel[]::new);
    }

    /** Per kernel and output the column it goes to; what nobody wants is null or goes to one that is thrown away. */
    double[][][] outputs(Kernel[] kernels, double[][] columns, int rows) {
        double[][][] outputs = new double[kernels.length][][];
        for (int k = 0; k < kernels.length; k++) {
            outputs[k] = new double[plans.get(k).outputs()][];
        }
        for (int column = 0; column < columns.length; column++) {
            outputs[planOf[column]][outputOf[column]] = columns[column];
        }
        double[] discarded = null;
        for (int k = 0; k < kernels.length; k++) {
            for (int j = 0; j < outputs[k].length && !kernels[k].skipsUnwanted(); j++) {
                if (outputs[k][j] == null) {
                    discarded = discarded == null ? new double[rows] : discarded;
                    outputs[k][j] = discarded;
                }
            }
        }
        return outputs;
    }
}
