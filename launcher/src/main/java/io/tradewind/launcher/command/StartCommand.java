package io.tradewind.launcher.command;

import io.tradewind.launcher.fleet.LocalFleet;
import io.tradewind.launcher.layout.ProcessName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "start", description = "Starts a process that was stopped or had died too often.")
final class StartCommand implements Runnable {
    @Mixin
    private FleetOptions options = new FleetOptions();

    @Mixin
    private HelpOption help = new HelpOption();

    @Parameters(paramLabel = "PROCESS", description = "kafka, postgresql, or a service such as registry")
    private String name = "";

    @Override
    public void run() {
        ProcessName process = ProcessName.of(name);
        LocalFleet fleet = options.fleet();
        fleet.start(process);
        options.screen().line(process.label() + " is ready");
    }
}
