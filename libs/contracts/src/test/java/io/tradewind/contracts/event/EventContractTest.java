package io.tradewind.contracts.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Pins the wire: what is in {@code golden/} has been published, and stays readable for ever. */
class EventContractTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .build();

    static List<Event> events() {
        return Samples.all();
    }

    /** Run with -Dtradewind.write-docs=true after adding a field. */
    @ParameterizedTest
    @MethodSource("events")
    void writesWhatTheGoldenFileHolds(Event event) throws IOException {
        Path golden = GOLDEN.resolve(event.eventType() + ".json");
        String written = JSON.writeValueAsString(event) + "\n";
        if (Boolean.getBoolean("tradewind.write-docs")) {
            Files.writeString(golden, written);
        }

        assertThat(written).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsWhatTheGoldenFileHolds(Event event) throws IOException {
        String golden = Files.readString(GOLDEN.resolve(event.eventType() + ".json"));

        assertThat(JSON.readValue(golden, event.getClass())).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsARecordOfANewerProducer(Event event) throws IOException {
        String golden = Files.readString(GOLDEN.resolve(event.eventType() + ".json"));

        Event read = JSON.readValue(golden.replaceFirst("\\{", "{\"addedLater\":{\"a\":1},"), event.getClass());

        assertThat(read).isEqualTo(event);
    }

    @Test
    void hasOneGoldenFileForEachKindOfEvent() throws IOException {
        List<String> kinds = EventCatalogue.entries().stream()
                .map(entry -> entry.type() + ".json")
                .sorted()
                .toList();
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .isEqualTo(kinds);
        }
        assertThat(events().stream().map(Event::eventType).sorted())
                .isEqualTo(EventCatalogue.entries().stream()
                        .map(EventCatalogue.Entry::type)
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("events")
    void namesTypeTopicAndKey(Event event) {
        assertThat(event.eventType()).matches("io\\.tradewind\\.[a-z-]+\\.[a-z-]+\\.v1");
        assertThat(event.eventKey()).isNotBlank();
        assertThat(EventCatalogue.find(event.eventType()).orElseThrow().topic()).isEqualTo(event.eventTopic());
    }

    @Test
    void keysPredictionsAndTheirOutcomesAlike() {
        var prediction = events().get(8);
        var outcome = events().get(9);

        assertThat(prediction.eventKey()).isEqualTo(outcome.eventKey());
        assertThat(prediction.eventTopic().partitions())
                .isEqualTo(outcome.eventTopic().partitions());
    }

    @Test
    void refusesAnEventThatIsNotInTheCatalogue() {
        record Stray() implements Event {
            @Override
            public String eventKey() {
                return "k";
            }
        }
        assertThatThrownBy(() -> new Stray().eventType()).hasMessageEndingWith("is not in the event catalogue");
        assertThat(EventCatalogue.find("io.tradewind.stray.v1")).isEmpty();
    }
}
