package io.tradewind.experiment.results;

/**
 * How much there is of an arm.
 *
 * @param size observations that are independent of each other
 * @param what they are, in the plural
 */
record Sample(String variant, long size, String what) {}
