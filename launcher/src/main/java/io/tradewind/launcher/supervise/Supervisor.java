package io.tradewind.launcher.supervise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.tradewind.launcher.layout.FleetHome;
import io.tradewind.launcher.layout.FleetPorts;
import io.tradewind.launcher.layout.ProcessName;
import io.tradewind.launcher.layout.ProcessName.Kind;
import io.tradewind.launcher.status.FleetStatus;
import io.tradewind.launcher.status.ProcessStatus;

/** All processes of a fleet: stores first and services after them, the other way round at the end. */
final class Supervisor {
    private final FleetHome home;
    private final FleetPorts ports;
    private final Map<ProcessName, Supervised> processes = new EnumMap<>(ProcessName.class);
    private final Map<ProcessName, Long> memory = new EnumMap<>(ProcessName.class);
    private final AtomicLong peakMemory = new AtomicLong();
    private long ownMemory;

    Supervisor(FleetHome home, FleetPorts ports, Map<ProcessName, Launch> launches, Duration grace) {
        this.home = home;
        this.ports = ports;
        launches.forEach(
                (name, launch) -> processes.put(name, new Supervised(name.label(), launch, home.pidFile(name), grace)));
    }

    /** Starts everything; returns when every service has been wished up, or when a store was given up. */
    void startAll() throws InterruptedException {
        List<ProcessName> stores = of(Kind.STORE);
        stores.forEach(this::start);
        boolean ready = true;
        for (ProcessName store : stores) {
            ready &= processes.get(store).awaitReady();
        }
        if (ready) {
            of(Kind.SERVICE).forEach(this::start);
        }
    }

    void start(ProcessName name) {
        processes.get(name).start();
    }

    void stop(ProcessName name) throws InterruptedException {
        processes.get(name).stop();
    }

    /** Stops services together, then Kafka, then PostgreSQL. */
    void stopAll() throws InterruptedException {
        List<Thread> stopping = new ArrayList<>();
        for (ProcessName service : of(Kind.SERVICE)) {
            stopping.add(Thread.ofPlatform().start(() -> stopQuietly(service)));
        }
        for (Thread thread : stopping) {
            thread.join();
        }
        for (ProcessName store : of(Kind.STORE).reversed()) {
            processes.get(store).stop();
        }
    }

    private void stopQuietly(ProcessName name) {
        try {
            processes.get(name).stop();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private List<ProcessName> of(Kind kind) {
        return processes.keySet().stream().filter(name -> name.kind() == kind).toList();
    }

    /** Measures every process; called again and again, so that the peak is known. */
    void sampleMemory() {
        Map<ProcessName, Long> sampled = new EnumMap<>(ProcessName.class);
        processes.forEach((name, process) -> sampled.put(
                name, process.snapshot().process().map(ProcessMemory::ofTree).orElse(0L)));
        // Its children are the fleet; they are counted already.
        long children = sampled.values().stream().mapToLong(Long::longValue).sum();
        long own = Math.max(0, ProcessMemory.of(ProcessHandle.current()));
        synchronized (memory) {
            memory.putAll(sampled);
            ownMemory = own;
        }
        peakMemory.accumulateAndGet(children + own, Math::max);
    }

    FleetStatus status() {
        List<ProcessStatus> statuses = new ArrayList<>();
        long sum;
        synchronized (memory) {
            sum = ownMemory;
            for (Map.Entry<ProcessName, Supervised> entry : processes.entrySet()) {
                ProcessStatus status = status(entry.getKey(), entry.getValue().snapshot());
                statuses.add(status);
                sum += status.memoryBytes();
            }
        }
        return new FleetStatus(
                home.directory().toString(),
                ports.offset(),
                ProcessHandle.current().pid(),
                sum,
                peakMemory.get(),
                statuses);
    }

    private ProcessStatus status(ProcessName name, Supervised.Snapshot now) {
        return new ProcessStatus(
                name.label(),
                now.state(),
                now.process().map(ProcessHandle::pid).orElse(null),
                ports.of(name),
                name.kind() == Kind.SERVICE ? ports.url(name) : "127.0.0.1:" + ports.of(name),
                now.process().isPresent() ? memory.getOrDefault(name, 0L) : 0,
                now.uptimeMillis(),
                now.startMillis(),
                now.restarts(),
                now.reason());
    }
}
