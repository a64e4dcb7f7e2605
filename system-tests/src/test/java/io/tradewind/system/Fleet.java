package io.tradewind.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** A fleet of its own under a temporary home, at ports nobody else uses. */
final class Fleet implements AutoCloseable {

    private static final int[] BASE_PORTS = {8080, 8081, 8082, 8083, 8084, 8085, 15432, 19092, 19093};
    private static final Duration COMMAND_LIMIT = Duration.ofMinutes(5);

    private final Path root = repositoryRoot();
    private final Path home;
    private final int portOffset = freePortOffset();

    private Fleet(Path home) {
        this.home = home;
    }

    static Fleet start() {
        try {
            // A path without symbolic links and short enough for PostgreSQL's socket.
            Fleet fleet =
                    new Fleet(Files.createTempDirectory("tradewind-system").toRealPath());
            Runtime.getRuntime().addShutdownHook(new Thread(fleet::close, "fleet-down"));
            fleet.run("up").orFail();
            return fleet;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs {@code ./fleet} with these arguments against this fleet. */
    Shell.Result run(String... arguments) {
        return run(COMMAND_LIMIT, arguments);
    }

    Shell.Result run(Duration limit, String... arguments) {
        List<String> command = new ArrayList<>(List.of(root.resolve("fleet").toString()));
        command.addAll(List.of(arguments));
        return Shell.run(root, environment(), limit, command);
    }

    /** What a shell needs so that {@code ./fleet} means this fleet. */
    Map<String, String> environment() {
        return Map.of("TRADEWIND_HOME", home.toString(), "TRADEWIND_PORT_OFFSET", Integer.toString(portOffset));
    }

    Rest as(String user, String role) {
        return new Rest(
                portOffset,
                run("token", "--user", user, "--role", role).orFail().output().strip());
    }

    int port(Service service) {
        return service.port(portOffset);
    }

    String kafka() {
        return "127.0.0.1:" + (19092 + portOffset);
    }

    Path root() {
        return root;
    }

    Path home() {
        return home;
    }

    /** Kills a service without warning and answers once its replacement is ready. */
    void kill(Service service) {
        long pid = pid(service);
        ProcessHandle victim = ProcessHandle.of(pid).orElseThrow();
        victim.destroyForcibly();
        victim.onExit().join();
        Eventually.within(Duration.ofSeconds(90))
                .until(
                        service.process() + " is back",
                        () -> pid(service) != pid && new Rest(portOffset, "").ready(service));
    }

    /** Process id from the file the launcher keeps for each process. */
    private long pid(Service service) {
        try {
            String text = Files.readString(home.resolve("run").resolve(service.process() + ".pid"));
            return Long.parseLong(text.strip().split("\\s+")[0]);
        } catch (IOException | NumberFormatException e) {
            return -1;
        }
    }

    /** Takes the fleet down; what it stored goes, its logs stay. */
    @Override
    public void close() {
        run("down");
        try (Stream<Path> stored = Files.walk(home.resolve("data"))) {
            for (Path file : stored.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (NoSuchFileException nothing) {
            // It never came as far as storing anything.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path repositoryRoot() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(directory.resolve("fleet"))) {
            directory = directory.getParent();
            if (directory == null) {
                throw new IllegalStateException(
                        "no ./fleet above " + Path.of("").toAbsolutePath());
            }
        }
        return directory;
    }

    private static int freePortOffset() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int offset = 100 * ThreadLocalRandom.current().nextInt(10, 120);
            if (allFree(offset)) {
                return offset;
            }
        }
        throw new IllegalStateException("no free range of ports found");
    }

    private static boolean allFree(int offset) {
        for (int port : BASE_PORTS) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port + offset));
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }
}
