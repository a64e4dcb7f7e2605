package io.tradewind.launcher.supervise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.tradewind.embedded.postgres.PostgresServer;
import io.tradewind.embedded.postgres.PostgresSettings;
import io.tradewind.launcher.layout.FleetHome;
import io.tradewind.launcher.layout.FleetPorts;
import io.tradewind.launcher.layout.ProcessName;
import io.tradewind.launcher.secret.Passwords;

/** Starts PostgreSQL on the fleet's data, with a role for every service. */
final class PostgresLaunch implements Launch {
    private final FleetHome home;
    private final FleetPorts ports;

    PostgresLaunch(FleetHome home, FleetPorts ports) {
        this.home = home;
        this.ports = ports;
    }

    @Override
    public Running launch() throws IOException {
        PostgresServer server = PostgresServer.start(new PostgresSettings(
                ports.of(ProcessName.POSTGRESQL),
                home.data(ProcessName.POSTGRESQL),
                Passwords.of(home.password("postgres")),
                home.log(ProcessName.POSTGRESQL)));
        for (ProcessName service : ProcessName.services()) {
            server.createServiceRole(service.label(), Passwords.of(home.password(service.label())));
        }
        return new RunningServer(server);
    }

    /** It is ready before {@link #launch()} returns. */
    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public String lastWords() {
        return LogTail.lastWords(home.log(ProcessName.POSTGRESQL));
    }

    private record RunningServer(PostgresServer server) implements Running {

        @Override
        public ProcessHandle process() {
            return ProcessHandle.of(server.pid()).orElseThrow(() -> new IllegalStateException("PostgreSQL has ended"));
        }

        @Override
        public void stop(Duration grace) {
            CompletableFuture<ProcessHandle> exit = server.onExit();
            try {
                server.close();
            } catch (UncheckedIOException slow) {
                ProcessHandle.of(server.pid()).ifPresent(ProcessHandle::destroyForcibly);
            }
            exit.join();
        }
    }
}
