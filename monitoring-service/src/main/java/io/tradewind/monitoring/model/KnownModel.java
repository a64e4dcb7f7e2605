package io.tradewind.monitoring.model;

import java.util.UUID;

/** A model as its last event described it. */
public record KnownModel(UUID id, String owner, String name) {}
