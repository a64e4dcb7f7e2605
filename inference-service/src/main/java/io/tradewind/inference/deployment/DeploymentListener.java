package io.tradewind.inference.deployment;

import io.tradewind.contracts.event.Event;

/** Told of everything that is reported about deployments; must not block. */
public interface DeploymentListener {

    /** A version was loaded, failed to load or was unloaded. */
    void reported(Event event);
}
