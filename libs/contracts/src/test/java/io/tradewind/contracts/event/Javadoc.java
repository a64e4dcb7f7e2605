package io.tradewind.contracts.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a record's Javadoc says: its first paragraph, and a line for each component. */
record Javadoc(String summary, Map<String, String> parameters) {

    private static final Pattern PARAMETER = Pattern.compile("@param (\\w+) (.*?)(?=@param|$)", Pattern.DOTALL);

    static Javadoc of(Path sources, Class<?> record) throws IOException {
        Class<?> outer = record.getEnclosingClass() == null ? record : record.getEnclosingClass();
        String source = Files.readString(sources.resolve(outer.getName().replace('.', '/') + ".java"));
        int declaration = source.indexOf("record " + record.getSimpleName() + "(");
        int start = source.lastIndexOf("/**", declaration);
        String comment = source.substring(start + 3, source.indexOf("*/", start))
                .replaceAll("(?m)^\\s*\\* ?", "")
                .replaceAll("\\{@\\w+ #?([^}]*)}", "$1")
                .strip();
        Map<String, String> parameters = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(comment);
        while (matcher.find()) {
            parameters.put(matcher.group(1), oneLine(matcher.group(2)));
        }
        return new Javadoc(oneLine(comment.split("@param|<p>")[0]), parameters);
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
