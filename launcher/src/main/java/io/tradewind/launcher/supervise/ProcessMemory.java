package io.tradewind.launcher.supervise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much memory processes take. On Linux the proportional set size: pages that several processes share count in part
 * for each, so that sums are true. Elsewhere the resident set size.
 */
final class ProcessMemory {
    private ProcessMemory() {}

    /** Bytes of a process and of everything it started. */
    static long ofTree(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(ProcessMemory::of)
                .sum();
    }

    /** Bytes of this process alone. */
    static long of(ProcessHandle process) {
        Path directory = Path.of("/proc", Long.toString(process.pid()));
        try {
            if (!Files.isDirectory(directory)) {
                return Files.isDirectory(Path.of("/proc/self")) ? 0 : askPs(process);
            }
            return kibibytes(directory.resolve("smaps_rollup"), "Pss:");
        } catch (IOException notOurs) {
            return residentOnLinux(directory);
        }
    }

    private static long residentOnLinux(Path directory) {
        try {
            return kibibytes(directory.resolve("status"), "VmRSS:");
        } catch (IOException ended) {
            return 0;
        }
    }

    private static long kibibytes(Path file, String key) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (String line : lines) {
            if (line.startsWith(key)) {
                return Long.parseLong(line.replaceAll("\\D", "")) << 10;
            }
        }
        return 0;
    }

    private static long askPs(ProcessHandle process) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
            String text = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return text.isEmpty() ? 0 : Long.parseLong(text) << 10;
        } catch (IOException | NumberFormatException unknown) {
            return 0;
        }
    }
}
