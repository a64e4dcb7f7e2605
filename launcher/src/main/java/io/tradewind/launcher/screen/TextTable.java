package io.tradewind.launcher.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Columns of text. */
record TextTable(List<String> header, List<List<String>> rows) {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[\\d,.]+( ?(%|ms|us|s|MiB|GiB))?|-");

    List<String> lines() {
        int[] widths = new int[header.size()];
        boolean[] right = new boolean[header.size()];
        for (int column = 0; column < header.size(); column++) {
            int at = column;
            widths[column] = Math.max(
                    header.get(column).length(),
                    rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
            right[column] =
                    rows.stream().allMatch(row -> NUMBER.matcher(row.get(at)).matches());
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(header, widths, right));
        rows.forEach(row -> lines.add(line(row, widths, right)));
        return lines;
    }

    private static String line(List<String> cells, int[] widths, boolean[] right) {
        StringBuilder line = new StringBuilder(" ");
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            String padding = " ".repeat(widths[column] - cell.length());
            line.append(' ')
                    .append(right[column] ? padding + cell : cell + padding)
                    .append(' ');
        }
        return line.toString().stripTrailing();
    }
}
