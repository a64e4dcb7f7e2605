package io.tradewind.launcher.supervise;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.tradewind.launcher.status.PidFile;
import io.tradewind.launcher.status.ProcessState;
import io.tradewind.launcher.supervise.Launch.Running;
import org.jspecify.annotations.Nullable;

/** One process that is kept in the state that was last wished for. A thread of its own does all the work. */
final class Supervised {
    private static final Duration READY_LIMIT = Duration.ofSeconds(120);
    private static final Duration READY_POLL = Duration.ofMillis(100);

    private final String name;
    private final Launch launch;
    private final Path pidFile;
    private final Duration grace;
    private final BackOff backOff = new BackOff();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private boolean wanted;
    private Duration delay = Duration.ZERO;
    private ProcessState state = ProcessState.STOPPED;
    private @Nullable Running running;
    private @Nullable String reason;
    private long launchedAt;
    private long startMillis;
    private int restarts;

    /** @param grace how long the process may take to stop before it is made to */
    Supervised(String name, Launch launch, Path pidFile, Duration grace) {
        this.name = name;
        this.launch = launch;
        this.pidFile = pidFile;
        this.grace = grace;
        Thread.ofPlatform().daemon().name("supervise-" + name).start(this::superviseForEver);
    }

    /** Wishes the process up, and forgives its earlier deaths. */
    void start() {
        wish(true);
    }

    /** Wishes the process down and waits until it is. */
    void stop() throws InterruptedException {
        wish(false);
        lock.lock();
        try {
            while (state != ProcessState.STOPPED) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the process is ready; false when it was given up, or is not wanted any more. */
    boolean awaitReady() throws InterruptedException {
        lock.lock();
        try {
            while (wanted && state != ProcessState.READY && state != ProcessState.FAILED) {
                changed.await();
            }
            return state == ProcessState.READY;
        } finally {
            lock.unlock();
        }
    }

    /** What is known of it now. */
    Snapshot snapshot() {
        lock.lock();
        try {
            Optional<ProcessHandle> process = Optional.ofNullable(running).map(Running::process);
            long uptime = process.isPresent() ? System.currentTimeMillis() - launchedAt : 0;
            return new Snapshot(state, process, uptime, startMillis, restarts, reason);
        } finally {
            lock.unlock();
        }
    }

    /** One process at one moment. */
    record Snapshot(
            ProcessState state,
            Optional<ProcessHandle> process,
            long uptimeMillis,
            long startMillis,
            int restarts,
            @Nullable String reason) {}

    private void wish(boolean up) {
        lock.lock();
        try {
            wanted = up;
            if (up && state == ProcessState.FAILED) {
                state = ProcessState.STOPPED;
            }
            backOff.reset();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void superviseForEver() {
        try {
            while (true) {
                awaitWanted();
                runOnce();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitWanted() throws InterruptedException {
        lock.lock();
        try {
            while (!wanted || state == ProcessState.FAILED) {
                if (!wanted) {
                    become(ProcessState.STOPPED, null);
                }
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void runOnce() throws InterruptedException {
        become(ProcessState.STARTING, "starting");
        long started = System.currentTimeMillis();
        try {
            Running process = launch.launch();
            adopt(process, started);
            awaitReadiness(process, started);
            awaitDeathOrWish(process);
            if (isWanted()) {
                died(started, launch.lastWords());
            } else {
                become(ProcessState.STOPPING, "stopping");
                process.stop(grace);
            }
        } catch (IOException | RuntimeException cause) {
            died(started, String.valueOf(cause.getMessage()));
        } finally {
            abandon();
        }
        pause();
    }

    private void adopt(Running process, long started) {
        lock.lock();
        try {
            running = process;
            launchedAt = started;
            PidFile.write(pidFile, process.process());
            process.process().onExit().thenRun(this::signal);
        } finally {
            lock.unlock();
        }
    }

    private void abandon() {
        lock.lock();
        try {
            running = null;
            PidFile.delete(pidFile);
        } finally {
            lock.unlock();
        }
    }

    private void awaitReadiness(Running process, long started) throws InterruptedException {
        long deadline = System.nanoTime() + READY_LIMIT.toNanos();
        while (isWanted() && process.process().isAlive()) {
            if (launch.ready()) {
                startMillis = System.currentTimeMillis() - started;
                become(ProcessState.READY, null);
                return;
            }
            if (System.nanoTime() > deadline) {
                process.stop(grace);
                throw new IllegalStateException(
                        "not ready within " + READY_LIMIT.toSeconds() + " s: " + launch.lastWords());
            }
            waitForChange(READY_POLL);
        }
    }

    private void awaitDeathOrWish(Running process) throws InterruptedException {
        lock.lock();
        try {
            while (wanted && process.process().isAlive()) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void died(long started, String lastWords) {
        lock.lock();
        try {
            Optional<Duration> next = backOff.afterDeathAt(Duration.ofMillis(System.currentTimeMillis() - started));
            System.err.println(name + " died: " + lastWords);
            if (next.isEmpty()) {
                become(ProcessState.FAILED, lastWords);
                delay = Duration.ZERO;
            } else {
                restarts++;
                become(ProcessState.BACKING_OFF, lastWords);
                delay = next.get();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits out the back-off, unless somebody wishes otherwise meanwhile. */
    private void pause() throws InterruptedException {
        Duration pause = delay;
        delay = Duration.ZERO;
        if (!pause.isZero()) {
            waitForChange(pause);
        }
    }

    private void waitForChange(Duration longest) throws InterruptedException {
        lock.lock();
        try {
            changed.awaitNanos(longest.toNanos());
        } finally {
            lock.unlock();
        }
    }

    private boolean isWanted() {
        lock.lock();
        try {
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    private void become(ProcessState next, @Nullable String why) {
        lock.lock();
        try {
            state = next;
            reason = why;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void signal() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
