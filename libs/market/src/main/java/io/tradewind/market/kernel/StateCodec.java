package io.tradewind.market.kernel;

/** Carries state out of a kernel or into it; see {@link Kernel#state}. */
public interface StateCodec {
    double real(double value);

    long whole(long value);

    int whole(int value);

    boolean flag(boolean value);

    /** Writes or overwrites the array's elements. */
    void reals(double[] values);

    /** Writes or overwrites the array's elements. */
    void wholes(int[] values);
}
