package io.tradewind.launcher.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Everything a demo found out, for machines. */
final class DemoReport {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final ObjectNode root = JSON.createObjectNode();
    private final ArrayNode steps;

    DemoReport(Clock clock) {
        root.put("startedAt", clock.instant().toString());
        steps = root.putArray("steps");
    }

    /** Does one step and notes how long it took. */
    <T> T step(String name, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        steps.addObject().put("name", name).put("seconds", took.toMillis() / 1000.0);
        return result;
    }

    /** Seconds of all steps together. */
    double seconds() {
        double sum = 0;
        for (JsonNode step : steps) {
            sum += step.path("seconds").asDouble();
        }
        return sum;
    }

    /** The part of this name; made on first use. */
    ObjectNode part(String name) {
        return root.withObject("/" + name);
    }

    /** The list of this name; made on first use. */
    ArrayNode list(String name) {
        return root.withArray("/" + name);
    }

    void put(String name, JsonNode value) {
        root.set(name, value);
    }

    ObjectNode json() {
        return root;
    }

    void write(Path file) {
        root.put("seconds", seconds());
        try {
            Path target = file.toAbsolutePath();
            Files.createDirectories(target.getParent());
            Files.writeString(target, JSON.writeValueAsString(root) + "\n");
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot write " + file, cause);
        }
    }
}
