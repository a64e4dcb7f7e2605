package io.tradewind.launcher.demo;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradewind.launcher.fleet.FleetFailure;
import io.tradewind.launcher.fleet.Pause;
import io.tradewind.launcher.screen.Screen;

/**
 * What every step of a demo works with.
 *
 * @param kafka bootstrap servers
 */
record Stage(DemoPlan plan, DemoMarket market, Api api, String kafka, Screen screen, DemoReport report) {

    /** Waits until something is so; fails, naming it, when it is not within the limit. */
    void await(String what, Duration limit, BooleanSupplier so) {
        long start = System.nanoTime();
        while (!so.getAsBoolean()) {
            Duration passed = Duration.ofNanos(System.nanoTime() - start);
            if (passed.compareTo(limit) > 0) {
                throw new FleetFailure(what + ": not within " + limit.toSeconds() + " s");
            }
            screen.passing("waiting: " + what + " (" + passed.toSeconds() + " s)");
            Pause.of(Duration.ofMillis(200));
        }
    }

    /** A number of a JSON object; not a number where there is none. */
    static double figure(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isNumber() ? value.asDouble() : Double.NaN;
    }
}
