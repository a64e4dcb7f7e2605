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
        require(page, name);
        String text = Files.readString(page);
        int from = text.indexOf(begin(name));
        String before = text.substring(0, from + begin(name).length());
        Files.writeString(
                page, before + "\n\n" + table.strip() + "\n\n" + text.substring(text.indexOf(end(name), from)));
    }

    /**
     * Says at once what {@link #replace} would say after a long run.
     *
     * @throws IllegalArgumentException if the page has no such markers
     */
    public static void require(Path page, String name) throws IOException {
        String text = Files.readString(page);
        int from = text.indexOf(begin(name));
        if (from < 0 || text.indexOf(end(name), from) < 0) {
            throw new IllegalArgumentException("%s has no lines '%s' and '%s'".formatted(page, begin(name), end(name)));
        }
    }

    private static String begin(String name) {
        return "<!-- " + name + ": begin -->";
    }

    private static String end(String name) {
        return "<!-- " + name + ": end -->";
    }
}
