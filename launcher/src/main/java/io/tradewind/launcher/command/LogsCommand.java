package io.tradewind.launcher.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.tradewind.launcher.fleet.FleetFailure;
import io.tradewind.launcher.fleet.Pause;
import io.tradewind.launcher.layout.ProcessName;
import io.tradewind.launcher.supervise.LogTail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Shows the end of a process's log.")
final class LogsCommand implements Runnable {
    @Mixin
    private FleetOptions options = new FleetOptions();

    @Mixin
    private HelpOption help = new HelpOption();

    @Parameters(paramLabel = "PROCESS", description = "kafka, postgresql, supervisor, or a service such as registry")
    private String process = "";

    @Option(
            names = {"-f", "--follow"},
            description = "goes on showing what is added, until Ctrl-C")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "50",
            description = "how many lines (default: 50)")
    private int lines = 50;

    @Override
    public void run() {
        Path log = process.equals("supervisor")
                ? options.home().supervisorLog()
                : options.home().log(ProcessName.of(process));
        if (!Files.exists(log)) {
            throw new FleetFailure(process + " has not written a log yet: " + log);
        }
        LogTail.lines(log, lines).forEach(options.screen()::line);
        if (follow) {
            follow(log);
        }
    }

    private void follow(Path log) {
        try {
            long position = Files.size(log);
            while (true) {
                Pause.briefly();
                long size = Files.size(log);
                // A log that has become shorter was put aside and started anew.
                position = size < position ? 0 : position;
                position += print(log, position, size);
            }
        } catch (IOException cause) {
            throw new FleetFailure("cannot follow " + log + ": " + cause.getMessage());
        }
    }

    private static int print(Path log, long from, long to) throws IOException {
        byte[] added = new byte[(int) Math.min(to - from, 1 << 20)];
        if (added.length > 0) {
            try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
                file.seek(from);
                file.readFully(added);
            }
            System.out.print(new String(added, StandardCharsets.UTF_8));
            System.out.flush();
        }
        return added.length;
    }
}
