package io.tradewind.training.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.logging.Logger;

/**
 * A running worker. It reads its standard input until that ends, which is how it learns that its parent died, however
 * that came about.
 */
public final class WorkerProcess implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(WorkerProcess.class);

    /** A parent that stores slowly makes the worker wait here rather than pile up messages. */
    private static final int MOST_WAITING_MESSAGES = 256;

    private static final Duration KILL_TIMEOUT = Duration.ofSeconds(5);

    private final Process process;
    private final BlockingQueue<WorkerMessage> messages = new ArrayBlockingQueue<>(MOST_WAITING_MESSAGES);
    private final List<Thread> readers;

    private WorkerProcess(Process process, ObjectMapper json, BoundedLog log) {
        this.process = process;
        this.readers = List.of(
                reader("worker-out-" + process.pid(), () -> readMessages(process.getInputStream(), json)),
                reader("worker-err-" + process.pid(), () -> log.drain(process.getErrorStream())));
        readers.forEach(Thread::start);
    }

    static WorkerProcess start(ProcessBuilder builder, ObjectMapper json, BoundedLog log) throws IOException {
        return new WorkerProcess(builder.start(), json, log);
    }

    public long pid() {
        return process.pid();
    }

    /** The next message; waits this long for one. */
    public Optional<WorkerMessage> poll(Duration patience) throws InterruptedException {
        return Optional.ofNullable(messages.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Moves the messages that wait already, at most this many. */
    public void drainTo(List<WorkerMessage> target, int most) {
        messages.drainTo(target, most);
    }

    /** Its exit code, once it has ended and everything it said was read. */
    public OptionalInt ended() {
        boolean over = !process.isAlive() && !readers.getFirst().isAlive() && messages.isEmpty();
        return over ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
    }

    /** Asks it to stop between two batches, and kills it when it has not within the grace. */
    public void stop(Duration grace) throws InterruptedException {
        try {
            // not closed: the end of its input would make it halt at once
            OutputStream in = process.getOutputStream();
            in.write("stop\n".getBytes(StandardCharsets.UTF_8));
            in.flush();
        } catch (IOException ignored) {
            // it is gone already
        }
        if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
    }

    /** Ends it at once, with everything it started. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        boolean interrupted = Thread.interrupted();
        try {
            if (!process.waitFor(KILL_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warnf("worker %d outlived its kill by %s", process.pid(), KILL_TIMEOUT);
            }
        } catch (InterruptedException again) {
            interrupted = true;
        }
        readers.forEach(Thread::interrupt);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Native libraries print to standard output too: what is not one of our messages is passed over. */
    private void readMessages(InputStream in, ObjectMapper json) throws IOException, InterruptedException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("{\"type\":")) {
                messages.put(parsed(line, json));
            } else {
                LOG.debugf("worker %d: %s", process.pid(), line);
            }
        }
    }

    private static WorkerMessage parsed(String line, ObjectMapper json) {
        try {
            return json.readValue(line, WorkerMessage.class);
        } catch (JsonProcessingException unreadable) {
            return new WorkerMessage.Refused(
                    "the worker said what nobody understands: " + unreadable.getOriginalMessage());
        }
    }

    private static Thread reader(String name, ReaderBody body) {
        Runnable reading = () -> {
            try {
                body.run();
            } catch (IOException closed) {
                LOG.debugf("%s ended: %s", name, closed.getMessage());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
        return Thread.ofPlatform().daemon().name(name).unstarted(reading);
    }

    private interface ReaderBody {
        void run() throws IOException, InterruptedException;
    }
}
