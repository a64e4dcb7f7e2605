package io.tradewind.launcher.supervise;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The end of a log file. */
public final class LogTail {
    private static final int WINDOW = 64 << 10;
    private static final Pattern TROUBLE = Pattern.compile("\\b(ERROR|FATAL|Caused by|Exception|Error)\\b");
    private static final Pattern STACK_FRAME = Pattern.compile("^\\s+at .*|^\\s*\\.\\.\\. \\d+ .*");

    private LogTail() {}

    /** The last lines of a log, at most so many. */
    public static List<String> lines(Path log, int count) {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - WINDOW);
            byte[] window = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(window);
            List<String> all = Arrays.stream(new String(window, StandardCharsets.UTF_8).split("\n"))
                    .filter(line -> !line.isBlank())
                    .toList();
            return all.subList(Math.max(0, all.size() - count), all.size());
        } catch (IOException cause) {
            return List.of("(cannot read " + log + ": " + cause.getMessage() + ")");
        }
    }

    /** The one line that best says why a process died. */
    static String lastWords(Path log) {
        List<String> lines = lines(log, 200).stream()
                .filter(line -> !STACK_FRAME.matcher(line).matches())
                .toList();
        if (lines.isEmpty()) {
            return "it said nothing";
        }
        return lines.reversed().stream()
                .filter(line -> TROUBLE.matcher(line).find())
                .findFirst()
                .orElse(lines.getLast())
                .strip();
    }
}
