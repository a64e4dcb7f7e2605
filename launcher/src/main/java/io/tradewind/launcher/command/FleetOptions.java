package io.tradewind.launcher.command;

import java.nio.file.Path;

import io.tradewind.launcher.fleet.LocalFleet;
import io.tradewind.launcher.layout.FleetHome;
import io.tradewind.launcher.layout.FleetPorts;
import io.tradewind.launcher.layout.Installation;
import io.tradewind.launcher.screen.Screen;
import picocli.CommandLine.Option;

/** Which fleet is meant. */
public final class FleetOptions {
    private final Screen screen = Screen.standard();

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${env:TRADEWIND_HOME:-.fleet}",
            description = "where the fleet keeps everything (env TRADEWIND_HOME; default: .fleet)")
    private Path home = Path.of(".fleet");

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "${env:TRADEWIND_PORT_OFFSET:-0}",
            description = "added to every port, so that fleets can live side by side (env TRADEWIND_PORT_OFFSET)")
    private int portOffset;

    /** Its files. */
    public FleetHome home() {
        return new FleetHome(Installation.current().root().resolve(home));
    }

    /** Its ports, unless it is up already at others. */
    public FleetPorts ports() {
        return new FleetPorts(portOffset);
    }

    /** The fleet itself. */
    public LocalFleet fleet() {
        return new LocalFleet(home(), ports(), screen);
    }

    /** Where to print. */
    public Screen screen() {
        return screen;
    }
}
