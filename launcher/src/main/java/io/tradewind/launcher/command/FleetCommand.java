package io.tradewind.launcher.command;

import java.io.PrintWriter;
import java.io.UncheckedIOException;

import io.tradewind.launcher.features.FeaturesCommand;
import io.tradewind.launcher.fleet.FleetFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code ./fleet}. */
@Command(
        name = "./fleet",
        description = "The whole Tradewind fleet on one machine: PostgreSQL, Kafka and five services.%n",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            TokenCommand.class,
            StartCommand.class,
            StopCommand.class,
            RestartCommand.class,
            CandlesCommand.class,
            FeaturesCommand.class,
            ImportModelCommand.class,
            DemoCommand.class,
            WarmUpCommand.class,
            CoverageCommand.class,
            HelpCommand.class
        },
        footer = {
            "",
            "  test     Runs every test there is and counts passed and failed (see ./fleet test --help).",
            "  build    Builds what is not built.",
            "",
            "Each command explains itself with --help."
        })
public final class FleetCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    /** @param arguments as typed after {@code ./fleet} */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new FleetCommand())
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> explain(failure, line.getErr()));
    }

    /** People get the one line they can act on; anything unexpected comes with its stack trace. */
    private static int explain(Exception failure, PrintWriter err) {
        if (failure instanceof FleetFailure
                || failure instanceof IllegalArgumentException
                || failure instanceof UncheckedIOException) {
            err.println("fleet: " + failure.getMessage());
        } else {
            failure.printStackTrace(err);
        }
        err.flush();
        return 1;
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(System.out);
        }
    }
}
