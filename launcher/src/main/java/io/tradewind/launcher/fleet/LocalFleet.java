package io.tradewind.launcher.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.tradewind.embedded.port.Ports;
import io.tradewind.launcher.layout.FleetHome;
import io.tradewind.launcher.layout.FleetPorts;
import io.tradewind.launcher.layout.Installation;
import io.tradewind.launcher.layout.ProcessName;
import io.tradewind.launcher.screen.Figures;
import io.tradewind.launcher.screen.Screen;
import io.tradewind.launcher.status.ControlClient;
import io.tradewind.launcher.status.FleetStatus;
import io.tradewind.launcher.status.ProcessState;
import io.tradewind.launcher.status.ProcessStatus;
import io.tradewind.launcher.supervise.LogTail;
import io.tradewind.launcher.supervise.Orphans;
import io.tradewind.launcher.supervise.SupervisorProcess;
import org.jspecify.annotations.Nullable;

/** Brings the fleet of one home up and down. */
public final class LocalFleet {
    private static final Duration SUPERVISOR_LIMIT = Duration.ofSeconds(20);
    private static final Duration DOWN_LIMIT = Duration.ofSeconds(90);

    private final FleetHome home;
    private final FleetPorts ports;
    private final Screen screen;
    /** Whoever holds it may start a supervisor, unless what is started is being undone. */
    private final Object starting = new Object();

    private boolean undone;
    private @Nullable ProcessHandle supervisor;

    /** The fleet below this home, at these ports if it is not up yet. */
    public LocalFleet(FleetHome home, FleetPorts ports, Screen screen) {
        this.home = home;
        this.ports = ports;
        this.screen = screen;
    }

    /** What was done to have the fleet up. */
    public enum Up {
        STARTED,
        WAS_UP
    }

    /** A client of this fleet; fails when it is not up. */
    public ControlClient client() {
        return ControlClient.find(home)
                .orElseThrow(() -> new FleetFailure("the fleet is not up: ./fleet up starts it"));
    }

    /** Has the fleet up and ready. When this JVM is interrupted before, what it started is stopped again. */
    public Up up(Cache cache) {
        Optional<ControlClient> running = ControlClient.find(home);
        if (running.isPresent()) {
            startWhatIsDown(running.get());
            new Readiness(running.get(), home, screen).awaitAll();
            return Up.WAS_UP;
        }
        home.prepare();
        List<String> orphans = Orphans.stop(home);
        if (!orphans.isEmpty()) {
            screen.line("stopped what an earlier fleet had left: " + String.join(", ", orphans));
        }
        requireFreePorts();
        Thread undo = new Thread(this::downAfterInterruption, "undo-up");
        Runtime.getRuntime().addShutdownHook(undo);
        startSupervisor(cache);
        new Readiness(awaitSupervisor(), home, screen).awaitAll();
        ShutdownHooks.remove(undo);
        return Up.STARTED;
    }

    /** What was stopped by hand, or given up, is meant to be up too. */
    private static void startWhatIsDown(ControlClient client) {
        for (ProcessStatus process : client.status().processes()) {
            if (process.state() == ProcessState.STOPPED || process.state() == ProcessState.FAILED) {
                client.start(ProcessName.of(process.name()));
            }
        }
    }

    /** Starts a process that is down and returns once it is ready. */
    public void start(ProcessName process) {
        ControlClient client = client();
        client.start(process);
        new Readiness(client, home, screen).await(process);
    }

    /** Stops a process and returns once it has ended. */
    public void stop(ProcessName process) {
        client().stop(process);
    }

    /** What the JVMs of the fleet do about caches that make them start faster. */
    public enum Cache {
        USE,
        TRAIN,
        OFF
    }

    private void requireFreePorts() {
        for (Map.Entry<Integer, String> port : ports.all().entrySet()) {
            if (!Ports.isFree(port.getKey())) {
                throw new FleetFailure("port " + port.getKey() + " is taken and " + port.getValue()
                        + " needs it: free it, or shift every port with --port-offset " + (ports.offset() + 100)
                        + " (or TRADEWIND_PORT_OFFSET)");
            }
        }
    }

    /** In a process group of its own, so that Ctrl-C on the terminal is ours to handle. */
    private void startSupervisor(Cache cache) {
        List<String> command = new ArrayList<>(List.of(
                "bash",
                "-c",
                "set -m; nohup \"$@\" >>\"$0\" 2>&1 </dev/null & echo $!",
                home.supervisorLog().toString(),
                Installation.java(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dtradewind.root=" + Installation.current().root(),
                "-cp",
                System.getProperty("java.class.path"),
                SupervisorProcess.class.getName()));
        command.addAll(List.of(home.directory().toString(), Integer.toString(ports.offset()), cache.name()));
        synchronized (starting) {
            if (undone) {
                throw interrupted();
            }
            supervisor = start(command);
        }
    }

    /** Runs a shell that leaves a process behind and says which. */
    private static ProcessHandle start(List<String> command) {
        try {
            Process shell = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String pid = shell.inputReader().readLine();
            shell.waitFor(10, TimeUnit.SECONDS);
            return Optional.ofNullable(pid)
                    .flatMap(number -> ProcessHandle.of(Long.parseLong(number.strip())))
                    .orElseThrow(() -> new FleetFailure("the supervisor ended at once"));
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot start the supervisor", cause);
        } catch (InterruptedException cause) {
            throw interrupted();
        }
    }

    private ControlClient awaitSupervisor() {
        long deadline = System.nanoTime() + SUPERVISOR_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<ControlClient> client = ControlClient.find(home);
            if (client.isPresent()) {
                return client.get();
            }
            Pause.briefly();
        }
        throw new FleetFailure("the supervisor did not start: "
                + String.join(" | ", LogTail.lines(home.supervisorLog(), 3)) + " (" + home.supervisorLog() + ")");
    }

    private void downAfterInterruption() {
        screen.line("stopping what was started");
        ProcessHandle started;
        synchronized (starting) {
            undone = true;
            started = supervisor;
        }
        if (started != null && ControlClient.find(home).isEmpty()) {
            endBeforeItAnswers(started);
        }
        down();
    }

    /** A supervisor that cannot be spoken to yet would come up after we have looked for it. */
    private static void endBeforeItAnswers(ProcessHandle started) {
        started.destroy();
        try {
            started.onExit().get(DOWN_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException stuck) {
            started.destroyForcibly();
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops everything in order, orphans of a killed supervisor too, and says what it did. */
    public void down() {
        long start = System.nanoTime();
        Optional<ControlClient> running = ControlClient.find(home);
        Optional<FleetStatus> last = running.map(ControlClient::status);
        running.ifPresent(this::endSupervisor);
        List<String> orphans = Orphans.stop(home);
        if (running.isEmpty() && orphans.isEmpty()) {
            screen.line("the fleet is not up");
            return;
        }
        String what = last.map(status -> status.processes().size() + " processes")
                .orElse("what a killed supervisor had left: " + String.join(", ", orphans));
        screen.line("stopped " + what + " in " + Figures.seconds(Duration.ofNanos(System.nanoTime() - start))
                + "; data is kept in " + home.directory());
    }

    private void endSupervisor(ControlClient client) {
        Optional<ProcessHandle> process = client.process();
        client.down();
        long deadline = System.nanoTime() + DOWN_LIMIT.toNanos();
        while (process.isPresent() && process.get().isAlive()) {
            screen.passing("stopping " + stillRunning(client));
            if (System.nanoTime() > deadline) {
                screen.line("the supervisor did not end within " + DOWN_LIMIT.toSeconds() + " s and is killed");
                process.get().destroyForcibly();
                return;
            }
            Pause.briefly();
        }
    }

    private static String stillRunning(ControlClient client) {
        try {
            return client.status().processes().stream()
                    .filter(process -> process.pid() != null)
                    .map(process -> process.name())
                    .reduce((left, right) -> left + ", " + right)
                    .orElse("the supervisor");
        } catch (UncheckedIOException ended) {
            return "the supervisor";
        }
    }

    private static FleetFailure interrupted() {
        Thread.currentThread().interrupt();
        return new FleetFailure("interrupted");
    }
}
