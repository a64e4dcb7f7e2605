package io.tradewind.launcher.supervise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.tradewind.launcher.layout.FleetHome;
import io.tradewind.launcher.layout.ProcessName;
import io.tradewind.launcher.status.PidFile;

/** Processes whose supervisor was killed. */
public final class Orphans {
    private static final Duration GRACE = Duration.ofSeconds(20);

    private Orphans() {}

    /** Stops those of this home, services first; answers their names. */
    public static List<String> stop(FleetHome home) {
        List<String> stopped = new ArrayList<>();
        for (ProcessName name : Arrays.stream(ProcessName.values()).toList().reversed()) {
            Optional<ProcessHandle> orphan = PidFile.find(home.pidFile(name));
            if (orphan.isPresent()) {
                ChildProcess.Stopping.stop(orphan.get(), GRACE);
                stopped.add(name.label());
            }
            PidFile.delete(home.pidFile(name));
        }
        return stopped;
    }
}
