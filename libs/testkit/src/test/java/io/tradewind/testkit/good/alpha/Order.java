package io.tradewind.testkit.good.alpha;

/** A sample. */
public record Order(String symbol) {}
