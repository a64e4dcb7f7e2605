package io.tradewind.launcher.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.tradewind.launcher.coverage.LineCoverage;
import io.tradewind.launcher.coverage.ModuleCoverage;
import io.tradewind.launcher.layout.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "coverage",
        hidden = true,
        description = "Shows how many lines of each module its own tests ran when they last did.")
final class CoverageCommand implements Runnable {
    private static final double GOAL = 0.8;

    @Mixin
    private FleetOptions options = new FleetOptions();

    @Mixin
    private HelpOption help = new HelpOption();

    @Override
    public void run() {
        List<List<String>> rows = new ArrayList<>();
        for (ModuleCoverage module : modules(Installation.current().root())) {
            rows.add(List.of(
                    module.module(),
                    String.format(Locale.ROOT, "%.1f %%", 100 * module.share()),
                    Integer.toString(module.lines()),
                    module.share() < GOAL ? "below " + Math.round(100 * GOAL) + " %" : ""));
        }
        options.screen().table(List.of("module", "lines covered", "lines", ""), rows);
    }

    private static List<ModuleCoverage> modules(Path root) {
        List<ModuleCoverage> found = new ArrayList<>();
        try (Stream<Path> folders = Stream.concat(Files.list(root.resolve("libs")), Files.list(root))) {
            for (Path folder : folders.sorted().toList()) {
                LineCoverage.of(root.relativize(folder).toString(), folder).ifPresent(found::add);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot read what the tests recorded: " + cause.getMessage(), cause);
        }
        return found;
    }
}
