package io.tradewind.contracts.event;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.tradewind.contracts.Topic;
import org.jspecify.annotations.Nullable;

/** The AsyncAPI 3.0 document of the fleet, from the catalogue, the records and their Javadoc. */
final class AsyncApiDocument {

    private static final String HEADER = """
            # Written by a test from the event records: change those, then run it with -Dtradewind.write-docs=true.
            asyncapi: 3.0.0
            info:
              title: Tradewind events
              version: 1.0.0
              description: >-
                CloudEvents 1.0 on Kafka in binary mode: attributes in ce_* headers, the body in JSON. The record key is
                the id of the aggregate within which order holds. Fields are only ever added; ignore those you do not know.
            defaultContentType: application/json
            """;

    private static final String CLOUD_EVENT = """
              messageTraits:
                cloudEvent:
                  headers:
                    type: object
                    required: [ce_specversion, ce_id, ce_source, ce_type, ce_time]
                    properties:
                      ce_specversion: {type: string, const: '1.0'}
                      ce_id: {type: string, description: 'The same for every delivery of the same event'}
                      ce_source: {type: string, description: '/tradewind/ and the publishing service'}
                      ce_type: {type: string}
                      ce_subject: {type: string, description: The record key}
                      ce_time: {type: string, format: date-time}
                      traceparent: {type: string, description: 'W3C trace context, where there is one'}
            """;

    private final StringBuilder out = new StringBuilder(HEADER);
    private final Path sources;

    private AsyncApiDocument(Path sources) {
        this.sources = sources;
    }

    static String write(Path sources) throws IOException {
        AsyncApiDocument document = new AsyncApiDocument(sources);
        document.channels();
        document.operations();
        document.components();
        return document.out.toString();
    }

    private void line(int indent, String text) {
        out.append("  ".repeat(indent)).append(text).append('\n');
    }

    private static List<EventCatalogue.Entry> entries(Topic topic) {
        return EventCatalogue.entries().stream()
                .filter(entry -> entry.topic() == topic)
                .toList();
    }

    private static String id(Topic topic) {
        return topic.topicName().substring("tradewind.".length());
    }

    private void channels() {
        line(0, "channels:");
        for (Topic topic : Topic.values()) {
            line(1, id(topic) + ":");
            line(2, "address: " + topic.topicName());
            line(2, entries(topic).isEmpty() ? "messages: {}" : "messages:");
            for (EventCatalogue.Entry entry : entries(topic)) {
                String name = entry.record().getSimpleName();
                line(3, name + ": {$ref: '#/components/messages/" + name + "'}");
            }
            line(2, "bindings:");
            line(3, "kafka:");
            line(4, "partitions: " + topic.partitions());
            line(4, "topicConfiguration:");
            topic.settings().entrySet().stream()
                    .sorted(java.util.Map.Entry.comparingByKey())
                    .forEach(setting -> line(
                            5,
                            setting.getKey() + ": "
                                    + (setting.getKey().equals("cleanup.policy")
                                            ? "[" + setting.getValue() + "]"
                                            : setting.getValue())));
        }
    }

    private void operations() {
        line(0, "operations:");
        for (Topic topic : Topic.values()) {
            if (!entries(topic).isEmpty()) {
                line(1, "publish-" + id(topic) + ":");
                line(2, "action: send");
                line(2, "channel: {$ref: '#/channels/" + id(topic) + "'}");
            }
        }
    }

    private void components() throws IOException {
        line(0, "components:");
        out.append(CLOUD_EVENT);
        line(1, "messages:");
        for (EventCatalogue.Entry entry : EventCatalogue.entries()) {
            String name = entry.record().getSimpleName();
            line(2, name + ":");
            line(3, "name: " + entry.type());
            line(3, "summary: " + quoted(Javadoc.of(sources, entry.record()).summary()));
            line(3, "traits: [{$ref: '#/components/messageTraits/cloudEvent'}]");
            line(3, "payload: {$ref: '#/components/schemas/" + name + "'}");
        }
        line(1, "schemas:");
        Set<Class<?>> described = new LinkedHashSet<>();
        EventCatalogue.entries().forEach(entry -> collect(entry.record(), described));
        for (Class<?> record : described) {
            schema(record);
        }
    }

    private static void collect(Class<?> record, Set<Class<?>> described) {
        if (!described.add(record)) {
            return;
        }
        for (RecordComponent component : record.getRecordComponents()) {
            Class<?> type = element(component.getGenericType());
            if (type.isRecord()) {
                collect(type, described);
            }
        }
    }

    private void schema(Class<?> record) throws IOException {
        Javadoc javadoc = Javadoc.of(sources, record);
        RecordComponent[] components = record.getRecordComponents();
        line(2, record.getSimpleName() + ":");
        line(3, "type: object");
        line(3, "description: " + quoted(javadoc.summary()));
        line(
                3,
                Arrays.stream(components)
                        .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                        .map(RecordComponent::getName)
                        .collect(Collectors.joining(", ", "required: [", "]")));
        line(3, "properties:");
        for (RecordComponent component : components) {
            line(4, component.getName() + ":");
            type(component.getGenericType());
            String description = javadoc.parameter(component.getName());
            if (!description.isEmpty() && !element(component.getGenericType()).isRecord()) {
                line(5, "description: " + quoted(description));
            }
        }
    }

    private void type(Type type) {
        if (type instanceof ParameterizedType) {
            line(5, "type: array");
            line(5, "items: {" + scalar(element(type)) + "}");
        } else if (element(type).isRecord()) {
            line(5, scalar(element(type)));
        } else {
            for (String part : scalar(element(type)).split(", (?![A-Z_]+[,\\]])")) {
                line(5, part);
            }
        }
    }

    private static String scalar(Class<?> type) {
        if (type.isEnum()) {
            return "type: string, enum: " + Arrays.toString(type.getEnumConstants());
        }
        if (type.isRecord()) {
            return "$ref: '#/components/schemas/" + type.getSimpleName() + "'";
        }
        if (type == UUID.class) {
            return "type: string, format: uuid";
        }
        if (type == Instant.class) {
            return "type: string, format: date-time";
        }
        if (type == int.class || type == Integer.class) {
            return "type: integer, format: int32";
        }
        if (type == long.class || type == Long.class) {
            return "type: integer, format: int64";
        }
        if (type == double.class || type == Double.class) {
            return "type: number, format: double";
        }
        return type == boolean.class ? "type: boolean" : "type: string";
    }

    private static Class<?> element(Type type) {
        return (Class<?>) (type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
