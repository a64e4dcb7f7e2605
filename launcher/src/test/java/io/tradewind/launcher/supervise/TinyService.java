package io.tradewind.launcher.supervise;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import com.sun.net.httpserver.HttpServer;
import io.tradewind.launcher.layout.Installation;
import io.tradewind.launcher.layout.ProcessName;

/** A service that is ready as soon as it runs: what a supervisor needs to see of one. */
public final class TinyService {
    private TinyService() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 16);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        System.out.println("tiny service listens on " + port);
    }

    static List<String> command() {
        return List.of(
                Installation.java(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes(),
                TinyService.class.getName());
    }

    private static String classes() {
        return Path.of(TinyService.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
    }

    /** Puts one of these where each service's artifact would be. */
    public static void install(Path root) throws IOException {
        for (ProcessName service : ProcessName.services()) {
            Path jar = new Installation(root).serviceJar(service);
            Files.createDirectories(jar.getParent());
            write(jar);
        }
    }

    private static void write(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, TinyService.class.getName());
        String entry = TinyService.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream content = new JarOutputStream(out, manifest)) {
            content.putNextEntry(new JarEntry(entry));
            Files.copy(Path.of(classes()).resolve(entry), content);
        }
    }
}
