package io.tradewind.launcher.fleet;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import io.tradewind.embedded.port.Ports;
import io.tradewind.launcher.layout.FleetPorts;

/** Finds room for one more fleet on this machine. */
public final class FreePorts {
    private static final int TRIES = 200;

    private FreePorts() {}

    /** Ports that are all free; drawn at random, so that two fleets started at once rarely draw the same. */
    public static FleetPorts find() {
        return IntStream.range(0, TRIES)
                .map(attempt -> 100 * ThreadLocalRandom.current().nextInt(100, 400))
                .mapToObj(FleetPorts::new)
                .filter(ports -> ports.all().keySet().stream().allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow(() -> new FleetFailure("no free range of ports"));
    }
}
