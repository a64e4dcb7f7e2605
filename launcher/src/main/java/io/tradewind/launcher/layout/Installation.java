package io.tradewind.launcher.layout;

import java.nio.file.Path;

/**
 * The built repository a fleet runs from.
 *
 * @param root the repository
 */
public record Installation(Path root) {

    /** The one {@code ./fleet} named, or the working directory. */
    public static Installation current() {
        String root = System.getProperty("tradewind.root", "");
        return new Installation(Path.of(root).toAbsolutePath());
    }

    /** The same artifact a container runs. */
    public Path serviceJar(ProcessName service) {
        return module(service).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** What the JVM learnt in an earlier run of this service, for a faster start. */
    public Path startupCache(ProcessName service) {
        return module(service).resolve("target/startup-" + Runtime.version().feature() + ".cache");
    }

    private Path module(ProcessName service) {
        return root.resolve(service.label() + "-service");
    }

    /** The JVM everything runs on: the one this code runs on. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
