package io.tradewind.launcher.command;

import io.tradewind.launcher.fleet.LocalFleet;
import io.tradewind.launcher.layout.ProcessName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "stop", description = "Stops a process; it stays down until it is started.")
final class StopCommand implements Runnable {
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
        fleet.stop(process);
        options.screen().line(process.label() + " is stopped");
    }
}
