package io.tradewind.launcher.supervise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.tradewind.launcher.kafka.KafkaProcess;
import io.tradewind.launcher.layout.FleetHome;
import io.tradewind.launcher.layout.FleetPorts;
import io.tradewind.launcher.layout.Installation;
import io.tradewind.launcher.layout.ProcessName;
import io.tradewind.launcher.secret.Passwords;
import io.tradewind.launcher.secret.TokenMint;

/** How each JVM of the fleet is started. */
final class ServicePlans {
    private final FleetHome home;
    private final FleetPorts ports;
    private final Installation installation;
    private final StartupCache cache;

    ServicePlans(FleetHome home, FleetPorts ports, Installation installation, StartupCache cache) {
        this.home = home;
        this.ports = ports;
        this.installation = installation;
        this.cache = cache;
    }

    /** A service, from the same artifact a container runs. */
    ChildProcess.Plan service(ProcessName service) {
        Path jar = installation.serviceJar(service);
        List<String> command = new ArrayList<>(List.of(
                Installation.java(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.timezone=UTC",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        command.addAll(cache.options(installation.startupCache(service)));
        command.addAll(List.of("-jar", jar.toString()));
        return new ChildProcess.Plan(
                service.label(),
                command,
                environment(service),
                home.data(service),
                home.log(service),
                ports.of(service),
                "/q/health/ready");
    }

    private Map<String, String> environment(ProcessName service) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)));
        environment.put("QUARKUS_DATASOURCE_USERNAME", service.label());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", Passwords.of(home.password(service.label())));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://" + ports.database());
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", "vertx-reactive:postgresql://" + ports.database());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", ports.kafka());
        environment.put("MP_JWT_VERIFY_ISSUER", TokenMint.ISSUER);
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION", home.publicKey().toUri().toString());
        environment.put(
                "TRADEWIND_SECURITY_SERVICE_TOKEN_FILE",
                home.serviceToken(service).toString());
        environment.put("REGISTRY_STORAGE_FOLDER", home.data(service) + "/bundles");
        environment.put("TRAINING_WORKER_DIRECTORY", home.data(service) + "/work");
        environment.put("INFERENCE_STORAGE_DIRECTORY", home.data(service).toString());
        for (ProcessName other : ProcessName.services()) {
            environment.put("TRADEWIND_SERVICES_" + other.label().toUpperCase(Locale.ROOT) + "_URL", ports.url(other));
        }
        return environment;
    }

    /** Kafka, in a JVM of its own on this class path. */
    ChildProcess.Plan kafka() {
        List<String> command = List.of(
                Installation.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss,SSS",
                "-cp",
                System.getProperty("java.class.path"),
                KafkaProcess.class.getName(),
                Integer.toString(ports.of(ProcessName.KAFKA)),
                Integer.toString(ports.kafkaController()),
                home.data(ProcessName.KAFKA).resolve("log").toString());
        return new ChildProcess.Plan(
                "kafka",
                command,
                Map.of(),
                home.data(ProcessName.KAFKA),
                home.log(ProcessName.KAFKA),
                ports.of(ProcessName.KAFKA),
                "");
    }
}
