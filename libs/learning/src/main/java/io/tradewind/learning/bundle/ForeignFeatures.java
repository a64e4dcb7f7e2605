package io.tradewind.learning.bundle;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Features that this library does not compute, known by name and order only. */
public final class ForeignFeatures {

    private ForeignFeatures() {}

    /** Lower-case hex SHA-256 over the names in order, each followed by a line feed, as UTF-8. */
    public static String schemaHash(List<String> names) {
        StringBuilder text = new StringBuilder();
        names.forEach(name -> text.append(name).append('\n'));
        return Digests.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
