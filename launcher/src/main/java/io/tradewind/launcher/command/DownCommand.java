package io.tradewind.launcher.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "down", description = "Stops everything in order; data is kept.")
final class DownCommand implements Runnable {
    @Mixin
    private FleetOptions options = new FleetOptions();

    @Mixin
    private HelpOption help = new HelpOption();

    @Override
    public void run() {
        options.fleet().down();
    }
}
