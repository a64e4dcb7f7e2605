package io.tradewind.launcher.supervise;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tradewind.launcher.layout.ProcessName;

/** Lets whoever knows the secret ask and steer the supervisor, from this machine only. */
final class ControlServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supervisor supervisor;
    private final String secret;
    private final Runnable down;
    private final HttpServer server;

    /** @param down ends the whole fleet, in its own time */
    ControlServer(Supervisor supervisor, String secret, Runnable down) throws IOException {
        this.supervisor = supervisor;
        this.secret = secret;
        this.down = down;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/", this::handle);
        // A stop is answered when the process has ended, and must not hold up those who only ask.
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!authorised(exchange)) {
                answer(exchange, 401, "the control secret is missing or wrong");
                return;
            }
            String path = exchange.getRequestURI().getPath();
            switch (exchange.getRequestMethod() + " " + path) {
                case "GET /status" -> answer(exchange, 200, JSON.writeValueAsString(supervisor.status()));
                case "POST /down" -> {
                    answer(exchange, 202, "");
                    down.run();
                }
                default -> steer(exchange, path.split("/"));
            }
        }
    }

    private boolean authorised(HttpExchange exchange) {
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), ("Bearer " + secret).getBytes(StandardCharsets.UTF_8));
    }

    /** {@code POST /processes/NAME/start} and {@code .../stop}. */
    private void steer(HttpExchange exchange, String[] path) throws IOException {
        if (path.length != 4 || !path[1].equals("processes")) {
            answer(exchange, 404, "no such address");
            return;
        }
        try {
            ProcessName name = ProcessName.of(path[2]);
            switch (path[3]) {
                case "start" -> supervisor.start(name);
                case "stop" -> supervisor.stop(name);
                default -> throw new IllegalArgumentException("a process can be started and stopped, not " + path[3]);
            }
            answer(exchange, 200, "");
        } catch (IllegalArgumentException refused) {
            answer(exchange, 400, String.valueOf(refused.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            answer(exchange, 503, "the supervisor is ending");
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
