package io.tradewind.market.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.tradewind.market.definition.Feature;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.KernelPlan;

/** Which kernels a set needs and which of their outputs is which column. */
final class Wiring {
    final List<KernelPlan> plans = new ArrayList<>();
    /** Per plan, where its outputs begin in a row of all outputs. */
    final int[] bases;
    /** Per column, where it is in a row of all outputs. */
    final int[] sources;
    /** Per column, its plan. */
    final int[] planOf;

    final int outputs;
    final boolean needsLogReturn;
    final boolean needsLogVolume;

    Wiring(FeatureSet set) {
        Map<String, Integer> byKey = new LinkedHashMap<>();
        List<Feature> features = set.features();
        planOf = new int[features.size()];
        for (int column = 0; column < planOf.length; column++) {
            KernelPlan plan = features.get(column).plan();
            Integer known = byKey.putIfAbsent(plan.key(), plans.size());
            planOf[column] = known == null ? plans.size() : known;
            if (known == null) {
                plans.add(plan);
            }
        }
        bases = new int[plans.size()];
        int total = 0;
        for (int p = 0; p < bases.length; p++) {
            bases[p] = total;
            total += plans.get(p).outputs();
        }
        outputs = total;
        sources = new int[planOf.length];
        for (int column = 0; column < sources.length; column++) {
            sources[column] = bases[planOf[column]] + features.get(column).output();
        }
        needsLogReturn = plans.stream().anyMatch(KernelPlan::logReturn);
        needsLogVolume = plans.stream().anyMatch(KernelPlan::logVolume);
    }

    Kernel[] kernels() {
        return plans.stream().map(plan -> plan.factory().get()).toArray(Kernel[]::new);
    }
}
