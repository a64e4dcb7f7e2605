package io.tradewind.launcher.fleet;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.tradewind.launcher.layout.FleetHome;
import io.tradewind.launcher.layout.ProcessName;
import io.tradewind.launcher.screen.Figures;
import io.tradewind.launcher.screen.Screen;
import io.tradewind.launcher.status.ControlClient;
import io.tradewind.launcher.status.FleetStatus;
import io.tradewind.launcher.status.ProcessState;
import io.tradewind.launcher.status.ProcessStatus;
import io.tradewind.launcher.supervise.LogTail;

/** Waits for a fleet that is starting, and shows how far it is. */
final class Readiness {
    private static final Duration LIMIT = Duration.ofSeconds(180);
    private static final int LOG_LINES = 15;

    private final ControlClient client;
    private final FleetHome home;
    private final Screen screen;
    private final Map<String, ProcessStatus> seen = new HashMap<>();
    private boolean waited;

    Readiness(ControlClient client, FleetHome home, Screen screen) {
        this.client = client;
        this.home = home;
        this.screen = screen;
    }

    /** Returns when every process is ready; fails when one is given up. */
    void awaitAll() {
        long start = System.nanoTime();
        FleetStatus status = await(process -> true);
        if (waited) {
            screen.line("  the fleet is ready after " + Figures.seconds(Duration.ofNanos(System.nanoTime() - start))
                    + ", " + Figures.memory(status.memoryBytes()) + " in all");
        }
    }

    /** Returns when this process is ready; fails when it is given up. */
    void await(ProcessName process) {
        await(status -> status.name().equals(process.label()));
    }

    private FleetStatus await(Predicate<ProcessStatus> concerned) {
        long start = System.nanoTime();
        while (true) {
            FleetStatus status = status();
            List<ProcessStatus> waitingFor = status.processes().stream()
                    .filter(concerned)
                    .peek(this::report)
                    .filter(process -> process.state() != ProcessState.READY)
                    .toList();
            if (waitingFor.isEmpty()) {
                return status;
            }
            waited = true;
            Duration passed = Duration.ofNanos(System.nanoTime() - start);
            giveUpWhereHopeless(waitingFor, passed);
            screen.passing("waiting for " + names(waitingFor) + " (" + Figures.seconds(passed) + ")");
            Pause.briefly();
        }
    }

    private void giveUpWhereHopeless(List<ProcessStatus> waitingFor, Duration passed) {
        for (ProcessStatus process : waitingFor) {
            if (process.state() == ProcessState.FAILED) {
                fail(process);
            }
        }
        if (passed.compareTo(LIMIT) > 0) {
            throw new FleetFailure(
                    "not ready within " + LIMIT.toSeconds() + " s: " + names(waitingFor) + "; see ./fleet logs NAME");
        }
    }

    private FleetStatus status() {
        try {
            return client.status();
        } catch (UncheckedIOException gone) {
            throw new FleetFailure("the supervisor has ended: "
                    + String.join(" | ", LogTail.lines(home.supervisorLog(), 3)) + " (" + home.supervisorLog() + ")");
        }
    }

    private void report(ProcessStatus process) {
        ProcessStatus before = seen.put(process.name(), process);
        if (before != null && process.restarts() > before.restarts()) {
            screen.line("  " + process.name() + " died and is started again: " + process.reason());
        }
        if (before != null && before.state() != ProcessState.READY && process.state() == ProcessState.READY) {
            screen.line(String.format(
                    Locale.ROOT,
                    "  %-11s ready after %s",
                    process.name(),
                    Figures.seconds(Duration.ofMillis(process.startMillis()))));
        }
    }

    private void fail(ProcessStatus process) {
        List<String> tail = LogTail.lines(home.log(ProcessName.of(process.name())), LOG_LINES);
        tail.forEach(line -> screen.line("  | " + line));
        throw new FleetFailure(process.name() + " was started " + (process.restarts() + 1)
                + " times and died each time: " + process.reason());
    }

    private static String names(List<ProcessStatus> processes) {
        return processes.stream().map(ProcessStatus::name).collect(Collectors.joining(", "));
    }
}
