package io.tradewind.learning.bundle;

/** What trained the model. */
public record RuntimeSpec(String java, String os, String arch, String library) {}
