package io.tradewind.launcher.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.tradewind.launcher.fleet.FreePorts;
import io.tradewind.launcher.fleet.LocalFleet;
import io.tradewind.launcher.fleet.LocalFleet.Cache;
import io.tradewind.launcher.layout.FleetHome;
import io.tradewind.launcher.screen.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs every service once so that its JVM learns what it loads; every later start is about three times as fast. */
@Command(name = "warm-up", hidden = true, description = "Starts the fleet once so that later starts are faster.")
final class WarmUpCommand implements Runnable {
    @Mixin
    private FleetOptions options = new FleetOptions();

    @Mixin
    private HelpOption help = new HelpOption();

    @Override
    public void run() {
        long start = System.nanoTime();
        FleetHome home = new FleetHome(options.home().directory().resolve("warm-up"));
        LocalFleet fleet = new LocalFleet(home, FreePorts.find(), options.screen());
        try {
            fleet.up(Cache.TRAIN);
        } finally {
            fleet.down();
        }
        delete(home.directory());
        options.screen()
                .line("start-up caches made in " + Figures.seconds(Duration.ofNanos(System.nanoTime() - start)));
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst =
                    files.sorted((left, right) -> right.compareTo(left)).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot delete " + directory, cause);
        }
    }
}
