package io.tradewind.registry;

/** Stands for what another service owns. */
public record Foreign(String name) {}
