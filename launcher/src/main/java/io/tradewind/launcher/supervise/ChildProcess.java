package io.tradewind.launcher.supervise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.tradewind.embedded.port.Ports;
import org.jspecify.annotations.Nullable;

/** A process of our own making: a command with its environment, its output in a log file. */
final class ChildProcess implements Launch {
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(2);

    /** A JVM or shell that ends on a signal says so by an exit status above this. */
    private static final int KILLED = 128;

    private final Plan plan;
    private volatile @Nullable Process last;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PROBE_LIMIT).build();

    ChildProcess(Plan plan) {
        this.plan = plan;
    }

    /**
     * What to run.
     *
     * @param port it is ready, at the earliest, when this port of the loopback interface is taken
     * @param readiness answers 200 once it is ready; an empty path for a process whose port says enough
     */
    record Plan(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path directory,
            Path log,
            int port,
            String readiness) {

        Plan {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
        }
    }

    @Override
    public Running launch() throws IOException {
        Ports.requireFree(plan.port(), plan.name());
        Files.createDirectories(plan.directory());
        ProcessBuilder builder = new ProcessBuilder(plan.command())
                .directory(plan.directory().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(plan.log().toFile()));
        builder.environment().putAll(plan.environment());
        Process process = builder.start();
        last = process;
        return new Child(process.toHandle());
    }

    @Override
    public boolean ready() {
        if (Ports.isFree(plan.port())) {
            return false;
        }
        return plan.readiness().isEmpty() || answersReady();
    }

    private boolean answersReady() {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + plan.port() + plan.readiness()))
                .timeout(PROBE_LIMIT)
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String lastWords() {
        Process process = last;
        if (process == null || process.isAlive()) {
            return LogTail.lastWords(plan.log());
        }
        int status = process.exitValue();
        return status > KILLED
                ? "killed by signal " + (status - KILLED)
                : "exit status " + status + ", last words: " + LogTail.lastWords(plan.log());
    }

    private record Child(ProcessHandle process) implements Running {

        @Override
        public void stop(Duration grace) {
            Stopping.stop(process, grace);
        }
    }

    /** Ends processes: politely first. */
    static final class Stopping {
        private Stopping() {}

        static void stop(ProcessHandle process, Duration grace) {
            List<ProcessHandle> children = process.descendants().toList();
            CompletableFuture<ProcessHandle> exit = process.onExit();
            process.destroy();
            if (!endedWithin(exit, grace)) {
                process.destroyForcibly();
                exit.join();
            }
            // What a process leaves behind would keep its files and ports.
            children.forEach(ProcessHandle::destroyForcibly);
        }

        private static boolean endedWithin(CompletableFuture<ProcessHandle> exit, Duration grace) {
            try {
                exit.get(grace.toMillis(), TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException late) {
                return false;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            } catch (ExecutionException cause) {
                throw new UncheckedIOException(new IOException("cannot wait for a process", cause));
            }
        }
    }
}
