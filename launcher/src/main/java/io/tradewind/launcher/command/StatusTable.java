package io.tradewind.launcher.command;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import io.tradewind.launcher.screen.Figures;
import io.tradewind.launcher.screen.Screen;
import io.tradewind.launcher.status.FleetStatus;
import io.tradewind.launcher.status.ProcessState;
import io.tradewind.launcher.status.ProcessStatus;

/** The fleet as a table. */
final class StatusTable {
    private static final List<String> HEADER =
            List.of("process", "state", "pid", "address", "memory", "uptime", "started in", "restarts");

    private StatusTable() {}

    static void print(Screen screen, FleetStatus status) {
        screen.table(HEADER, status.processes().stream().map(StatusTable::row).toList());
        for (ProcessStatus process : status.processes()) {
            if (process.state() == ProcessState.FAILED || process.state() == ProcessState.BACKING_OFF) {
                screen.line("  " + process.name() + ": " + process.reason());
            }
        }
        screen.line("  in all " + Figures.memory(status.memoryBytes()) + ", at most "
                + Figures.memory(status.peakMemoryBytes()) + "; home " + status.home());
    }

    private static List<String> row(ProcessStatus process) {
        boolean runs = process.pid() != null;
        return List.of(
                process.name(),
                process.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                runs ? String.valueOf(process.pid()) : "-",
                process.address(),
                Figures.memory(process.memoryBytes()),
                runs ? Figures.span(Duration.ofMillis(process.uptimeMillis())) : "-",
                process.startMillis() > 0 ? Figures.seconds(Duration.ofMillis(process.startMillis())) : "-",
                Integer.toString(process.restarts()));
    }
}
