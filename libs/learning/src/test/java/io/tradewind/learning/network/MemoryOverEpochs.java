package io.tradewind.learning.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import ai.djl.engine.Engine;
import io.tradewind.learning.fit.FitMonitor;
import io.tradewind.learning.fit.FitRequest;
import io.tradewind.learning.fit.FitSchedule;
import io.tradewind.learning.task.Task;

/**
 * Prints resident memory, the Java heap after a collection and the number of native arrays over a hundred epochs of each network.
 * Run by hand in a JVM like the worker's: {@code -XX:+UseSerialGC -Xmn32m}.
 */
final class MemoryOverEpochs {

    private static final int EPOCHS = 100;
    private static final List<Integer> PRINTED = List.of(1, 20, 60, EPOCHS);

    private MemoryOverEpochs() {}

    public static void main(String[] arguments) {
        for (String architecture : arguments) {
            Engine engine = Engine.getEngine("PyTorch");
            Network[] owner = new Network[1];
            FitMonitor monitor = new FitMonitor() {
                @Override
                public void check() {}

                @Override
                public void epoch(int epoch, double trainingLoss, double validationLoss, boolean best) {
                    if (PRINTED.contains(epoch)) {
                        print(architecture, epoch, owner[0]);
                    }
                }
            };
            Task task = architecture.equals("PATTERN_CNN") ? Task.PATTERNS : Task.DIRECTION;
            FitRequest request = Requests.of(
                    architecture, Map.of("preset", "small"), task, new FitSchedule(EPOCHS, 16, 1e-4, EPOCHS), monitor);
            try (Network network = NetworkFitter.network(engine, request)) {
                owner[0] = network;
                NetworkFitter.loop(engine, network, request, TargetScale.of(request.training()))
                        .run();
            }
        }
    }

    private static void print(String architecture, int epoch, Network network) {
        System.gc();
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %d | %d |%n",
                architecture,
                epoch,
                residentMebibytes(),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0,
                network.manager().getManagedArrays().size(),
                network.manager().getParentManager().getManagedArrays().size());
    }

    private static double residentMebibytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                            .filter(line -> line.startsWith("VmRSS"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024.0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
