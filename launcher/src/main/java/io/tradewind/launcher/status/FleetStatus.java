package io.tradewind.launcher.status;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.tradewind.launcher.layout.ProcessName;

/**
 * The whole fleet.
 *
 * @param home where its data is
 * @param supervisorPid process that watches over the others
 * @param memoryBytes of all processes together, the supervisor's included
 * @param peakMemoryBytes most that was seen since the supervisor started
 * @param processes in the order of their start
 */
public record FleetStatus(
        String home,
        int portOffset,
        long supervisorPid,
        long memoryBytes,
        long peakMemoryBytes,
        List<ProcessStatus> processes) {

    public FleetStatus {
        processes = List.copyOf(processes);
    }

    /** Whether every process is ready. */
    @JsonIgnore
    public boolean ready() {
        return processes.stream().allMatch(process -> process.state() == ProcessState.READY);
    }

    /** Whether some process was given up. */
    @JsonIgnore
    public boolean failed() {
        return processes.stream().anyMatch(process -> process.state() == ProcessState.FAILED);
    }

    /** One process of it. */
    public ProcessStatus of(ProcessName name) {
        return processes.stream()
                .filter(process -> process.name().equals(name.label()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the fleet runs no " + name.label()));
    }
}
