package io.tradewind.launcher.command;

import io.tradewind.launcher.fleet.LocalFleet;
import io.tradewind.launcher.fleet.LocalFleet.Cache;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "up", description = "Starts the fleet and returns once every service is ready; harmless when it is up.")
final class UpCommand implements Runnable {
    @Mixin
    private FleetOptions options = new FleetOptions();

    @Mixin
    private HelpOption help = new HelpOption();

    @Override
    public void run() {
        LocalFleet fleet = options.fleet();
        if (fleet.up(Cache.USE) == LocalFleet.Up.WAS_UP) {
            options.screen().line("the fleet was up already");
        }
        StatusTable.print(options.screen(), fleet.client().status());
    }
}
