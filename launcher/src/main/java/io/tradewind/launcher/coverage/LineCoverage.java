package io.tradewind.launcher.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.tools.ExecFileLoader;

/** Adds up which lines ran, over every version of a class that was loaded. */
public final class LineCoverage {

    private static final String RECORDED = "target/jacoco.exec";
    private static final String COMPILED = "target/classes";
    /** Where the agent leaves classes as they were when it met them: after Quarkus, before itself. */
    private static final String LOADED = "target/jacoco-classes";

    private final Map<String, BitSet> lines = new HashMap<>();
    private final Map<String, BitSet> covered = new HashMap<>();

    private LineCoverage() {}

    /** Coverage of a module's folder; empty where no test has run. */
    public static Optional<ModuleCoverage> of(String module, Path folder) throws IOException {
        Path recorded = folder.resolve(RECORDED);
        if (!Files.exists(recorded) || !Files.isDirectory(folder.resolve(COMPILED))) {
            return Optional.empty();
        }
        ExecFileLoader loader = new ExecFileLoader();
        loader.load(recorded.toFile());
        LineCoverage coverage = new LineCoverage();
        coverage.analyse(folder.resolve(COMPILED), loader.getExecutionDataStore(), true);
        coverage.analyse(folder.resolve(LOADED), loader.getExecutionDataStore(), false);
        return Optional.of(coverage.sum(module));
    }

    private void analyse(Path folder, ExecutionDataStore recorded, boolean compiled) throws IOException {
        Analyzer analyzer = new Analyzer(recorded, type -> add(type, compiled));
        for (Path file : classFiles(folder)) {
            analyzer.analyzeClass(Files.readAllBytes(file), file.toString());
        }
    }

    private static List<Path> classFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    /** Lines count as the compiler wrote them; a version that was loaded can only cover those. */
    private void add(IClassCoverage type, boolean compiled) {
        for (int line = Math.max(0, type.getFirstLine()); line <= type.getLastLine(); line++) {
            int status = type.getLine(line).getStatus();
            if (compiled && status != ICounter.EMPTY) {
                lines.computeIfAbsent(type.getName(), name -> new BitSet()).set(line);
            }
            if (status == ICounter.FULLY_COVERED || status == ICounter.PARTLY_COVERED) {
                covered.computeIfAbsent(type.getName(), name -> new BitSet()).set(line);
            }
        }
    }

    private ModuleCoverage sum(String module) {
        int all = 0;
        int ran = 0;
        for (Map.Entry<String, BitSet> type : lines.entrySet()) {
            all += type.getValue().cardinality();
            BitSet both =
                    (BitSet) covered.getOrDefault(type.getKey(), new BitSet()).clone();
            both.and(type.getValue());
            ran += both.cardinality();
        }
        return new ModuleCoverage(module, ran, all);
    }
}
