package io.tradewind.launcher.supervise;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.tradewind.launcher.layout.FleetHome;
import io.tradewind.launcher.layout.ProcessName;
import io.tradewind.launcher.layout.ProcessName.Kind;
import io.tradewind.launcher.status.PidFile;

/** Processes whose supervisor was killed. */
public final class Orphans {
    private static final Duration GRACE = Duration.ofSeconds(20);

    private Orphans() {}

    /** Stops those of this home, services before stores; answers their names. */
    public static List<String> stop(FleetHome home) {
        List<String> stopped = new ArrayList<>();
        for (Kind kind : List.of(Kind.SERVICE, Kind.STORE)) {
            stopped.addAll(stop(home, kind));
        }
        return stopped;
    }

    private static List<String> stop(FleetHome home, Kind kind) {
        List<String> stopped = new ArrayList<>();
        List<Thread> stopping = new ArrayList<>();
        for (ProcessName name : ProcessName.values()) {
            Optional<ProcessHandle> orphan = PidFile.find(home.pidFile(name));
            if (name.kind() == kind && orphan.isPresent()) {
                stopped.add(name.label());
                stopping.add(Thread.ofPlatform().start(() -> stop(orphan.get(), home.pidFile(name))));
            }
        }
        stopping.forEach(Orphans::join);
        return stopped;
    }

    private static void stop(ProcessHandle orphan, Path pidFile) {
        ChildProcess.Stopping.stop(orphan, GRACE);
        PidFile.delete(pidFile);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
