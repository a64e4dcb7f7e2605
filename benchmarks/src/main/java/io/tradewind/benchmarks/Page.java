package io.tradewind.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Markdown page with measured tables, each between two markers: {@code <!-- NAME: begin -->} and {@code <!-- NAME: end -->}. */
public final class Page {

    private Page() {}

    /**
     * Puts a table in place of what stands between the markers of that name.
     *
     * @throws IllegalArgumentException if the page has no such markers
     */
    public static void replace(Path page, String name, String table) throws IOException {
        String begin = "<!-- " + name + ": begin -->";
        String end = "<!-- " + name + ": end -->";
        String text = Files.readString(page);
        int from = text.indexOf(begin);
        int to = text.indexOf(end, Math.max(0, from));
        if (from < 0 || to < 0) {
            throw new IllegalArgumentException("%s has no lines '%s' and '%s'".formatted(page, begin, end));
        }
        String before = text.substring(0, from + begin.length());
        Files.writeString(page, before + "\n\n" + table.strip() + "\n\n" + text.substring(to));
    }
}
