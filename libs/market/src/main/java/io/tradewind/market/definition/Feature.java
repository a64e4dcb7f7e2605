package io.tradewind.market.definition;

import java.util.Objects;

import io.tradewind.market.kernel.KernelPlan;

/**
 * A definition with the kernel output that computes it.
 *
 * @param output which of the kernel's outputs it is
 */
public record Feature(FeatureDefinition definition, KernelPlan plan, int output) {
    public Feature {
        Objects.requireNonNull(definition, "definition");
        if (output < 0 || output >= plan.outputs()) {
            throw new IllegalArgumentException(
                    "kernel " + plan.key() + " has no output " + output + " for " + definition.name());
        }
    }
}
