package io.tradewind.launcher.screen;

import java.io.PrintStream;
import java.util.List;

/** Prints for people: progress in place on a terminal, as plain lines now and then elsewhere. */
public final class Screen {
    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final int BAR = 24;

    private final PrintStream out;
    private final boolean terminal;
    private final int width;
    private boolean transientLine;

    /** @param width columns of the terminal */
    public Screen(PrintStream out, boolean terminal, int width) {
        this.out = out;
        this.terminal = terminal;
        this.width = width;
    }

    /** The screen {@code ./fleet} found itself on. */
    public static Screen standard() {
        return new Screen(
                System.out, Boolean.getBoolean("tradewind.terminal"), Integer.getInteger("tradewind.columns", 100));
    }

    /** One line that stays. */
    public void line(String text) {
        clear();
        out.println(text);
        out.flush();
    }

    /** Starts a new part of the output. */
    public void heading(String text) {
        line("");
        line(terminal ? "\u001b[1m" + text + "\u001b[0m" : "== " + text);
    }

    /** One line that the next one replaces; nothing where lines cannot be replaced. */
    public void passing(String text) {
        if (terminal) {
            out.print(CLEAR_LINE + (text.length() >= width ? text.substring(0, width - 1) : text));
            out.flush();
            transientLine = true;
        }
    }

    /** A bar for this share of the work, on terminals only. */
    public void bar(String label, double share, String detail) {
        int filled = (int) Math.round(Math.clamp(share, 0, 1) * BAR);
        passing(label + " [" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] "
                + Math.round(100 * Math.clamp(share, 0, 1)) + " % " + detail);
    }

    /** Whether lines can be replaced. */
    public boolean terminal() {
        return terminal;
    }

    /** A table with a header; columns as wide as they have to be, numbers to the right. */
    public void table(List<String> header, List<List<String>> rows) {
        new TextTable(header, rows).lines().forEach(this::line);
    }

    private void clear() {
        if (transientLine) {
            out.print(CLEAR_LINE);
            transientLine = false;
        }
    }
}
