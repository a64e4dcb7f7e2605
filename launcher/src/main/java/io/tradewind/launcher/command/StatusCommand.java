package io.tradewind.launcher.command;

import java.util.Optional;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradewind.launcher.fleet.FleetFailure;
import io.tradewind.launcher.status.ControlClient;
import io.tradewind.launcher.status.FleetStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description =
                "Shows every process; exit status 0 when all are ready, 1 when some are not, 3 when the fleet is down.")
final class StatusCommand implements Callable<Integer> {
    private static final int DOWN = 3;

    @Mixin
    private FleetOptions options = new FleetOptions();

    @Mixin
    private HelpOption help = new HelpOption();

    @Option(names = "--json", description = "prints JSON for programs")
    private boolean json;

    @Override
    public Integer call() {
        Optional<ControlClient> client = ControlClient.find(options.home());
        if (client.isEmpty()) {
            options.screen().line(json ? "{}" : "the fleet is not up");
            return DOWN;
        }
        FleetStatus status = client.get().status();
        if (json) {
            options.screen().line(asJson(status));
        } else {
            StatusTable.print(options.screen(), status);
        }
        return status.ready() ? 0 : 1;
    }

    private static String asJson(FleetStatus status) {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(status);
        } catch (JsonProcessingException cause) {
            throw new FleetFailure("the status cannot be written as JSON: " + cause.getMessage());
        }
    }
}
