package io.tradewind.launcher.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradewind.launcher.layout.FleetHome;
import io.tradewind.launcher.layout.ProcessName;

/** Talks to the supervisor of a running fleet. */
public final class ControlClient {
    /** A restart is answered when the process has stopped, which may take it half a minute. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final SupervisorFile supervisor;

    private ControlClient(SupervisorFile supervisor) {
        this.supervisor = supervisor;
    }

    /** A client of the fleet with this home; empty when that fleet is not up. */
    public static Optional<ControlClient> find(FleetHome home) {
        return SupervisorFile.find(home).map(ControlClient::new).filter(ControlClient::answers);
    }

    /** A process that was killed is still listed until its parent has taken notice. */
    private boolean answers() {
        try {
            send("GET", "/status");
            return true;
        } catch (UncheckedIOException gone) {
            return false;
        }
    }

    /** What the fleet says of itself. */
    public FleetStatus status() {
        try {
            return JSON.readValue(send("GET", "/status"), FleetStatus.class);
        } catch (IOException cause) {
            throw new UncheckedIOException("the supervisor's answer makes no sense", cause);
        }
    }

    /** Starts a process that was stopped or given up. */
    public void start(ProcessName process) {
        send("POST", "/processes/" + process.label() + "/start");
    }

    /** Stops a process and returns once it has ended. */
    public void stop(ProcessName process) {
        send("POST", "/processes/" + process.label() + "/stop");
    }

    /** Stops everything; returns at once. */
    public void down() {
        send("POST", "/down");
    }

    /** The supervisor's process, while it lives. */
    public Optional<ProcessHandle> process() {
        return PidFile.alive(supervisor.pid(), supervisor.startedAt());
    }

    private String send(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + supervisor.port() + path))
                .method(method, BodyPublishers.noBody())
                .header("Authorization", "Bearer " + supervisor.secret())
                .timeout(LIMIT)
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(answer.body());
            }
            return answer.body();
        } catch (IOException cause) {
            throw new UncheckedIOException("the supervisor does not answer", cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the supervisor", cause);
        }
    }
}
