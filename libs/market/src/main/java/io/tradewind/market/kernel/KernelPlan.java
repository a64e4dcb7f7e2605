package io.tradewind.market.kernel;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * How to make a kernel; features with equal keys share one.
 *
 * @param key names the kernel and its parameters, such as {@code rsi(14)}
 * @param outputs how many outputs it has
 * @param factory makes a fresh one
 * @param logReturn whether it reads {@link Block#logReturn}
 * @param logVolume whether it reads {@link Block#logVolume}
 */
public record KernelPlan(String key, int outputs, Supplier<Kernel> factory, boolean logReturn, boolean logVolume) {
    public KernelPlan {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(factory, "factory");
        if (outputs < 1) {
            throw new IllegalArgumentException("outputs of " + key + " must be >= 1, was " + outputs);
        }
    }

    /** A kernel that reads neither logarithm. */
    public static KernelPlan of(String key, int outputs, Supplier<Kernel> factory) {
        return new KernelPlan(key, outputs, factory, false, false);
    }

    /** The same kernel, reading log returns. */
    public KernelPlan withLogReturn() {
        return new KernelPlan(key, outputs, factory, true, logVolume);
    }

    /** The same kernel, reading log volumes. */
    public KernelPlan withLogVolume() {
        return new KernelPlan(key, outputs, factory, logReturn, true);
    }
}
