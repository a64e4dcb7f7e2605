package io.tradewind.inference.deployment;

import io.tradewind.contracts.event.Event;

/** Where news of what this replica serves goes; never blocks, delivers in order when it can. */
interface Reports {

    void report(Event event);
}
