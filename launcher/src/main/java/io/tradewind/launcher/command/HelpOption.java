package io.tradewind.launcher.command;

import picocli.CommandLine.Option;

/** Every command explains itself. */
final class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "explains this command")
    private boolean help;

    boolean asked() {
        return help;
    }
}
