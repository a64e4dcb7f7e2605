package io.tradewind.inference.serving;

import java.util.UUID;

import jakarta.inject.Singleton;

/** Name of this process in what it reports: a new one after every start. */
@Singleton
public class ReplicaId {

    private final String value = "inference-" + UUID.randomUUID();

    /** The name. */
    public String value() {
        return value;
    }
}
