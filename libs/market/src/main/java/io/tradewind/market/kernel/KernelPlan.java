package io.tradewind.market.kernel;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How to make a kernel; features with equal keys share one.
 *
 * @param key names the kernel and its parameters, such as {@code rsi(14)}
 * @param outputs how many outputs it has
 * @param factory makes a fresh one
 * @param reads the derived columns it reads
 */
public record KernelPlan(String key, int outputs, Supplier<Kernel> factory, Set<Derived> reads) {
    public KernelPlan {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(factory, "factory");
        reads = Set.copyOf(reads);
        if (outputs < 1) {
            throw new IllegalArgumentException("outputs of " + key + " must be >= 1, was " + outputs);
        }
    }

    /** A kernel that reads raw columns only. */
    public static KernelPlan of(String key, int outputs, Supplier<Kernel> factory) {
        return new KernelPlan(key, outputs, factory, Set.of());
    }

    /** The same kernel, reading these as well. */
    public KernelPlan reading(Derived first, Derived... more) {
        Set<Derived> all = EnumSet.of(first, more);
        all.addAll(reads);
        return new KernelPlan(key, outputs, factory, all);
    }
}
