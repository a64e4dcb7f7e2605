package io.tradewind.kit.paging;

import java.util.List;
import java.util.stream.IntStream;

import io.tradewind.kit.problem.ServiceException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PagingTest {

    @Property
    boolean cursorsComeBackAsTheyWent(@ForAll List<String> parts) {
        // Lone surrogates have no UTF-8 form and cannot come from a database either.
        List<String> clean = parts.stream()
                .map(part -> new String(
                        part.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.StandardCharsets.UTF_8))
                .toList();
        return Cursor.decode(new Cursor(clean).encode()).parts().equals(clean);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "bm9uc2Vuc2U", "NTphYg", "OTk5OTk5OTk5OTk6YQ", "LTE6YQ"})
    void refusesCursorsItDidNotGiveOut(String text) {
        assertThatThrownBy(() -> Cursor.decode(text))
                .isInstanceOf(ServiceException.class)
                .hasMessage("cursor is not one this service gave out");
    }

    @Test
    void refusesACursorOfAnotherList() {
        assertThatThrownBy(() -> Cursor.of("a").part(1)).hasMessage("cursor belongs to another list");
    }

    @Test
    void hasANextPageOnlyWhereMoreWasFetched() {
        List<Integer> fetched = IntStream.range(0, 3).boxed().toList();

        Page<Integer> first = Page.of(fetched, Limit.of(2), Cursor::of);
        Page<Integer> last = Page.of(fetched, Limit.of(3), Cursor::of);

        assertThat(first.items()).containsExactly(0, 1);
        assertThat(Cursor.parse(first.nextCursor()).orElseThrow().part(0)).isEqualTo("1");
        assertThat(last).isEqualTo(new Page<>(fetched, null));
        assertThat(first.map(number -> "n" + number).items()).containsExactly("n0", "n1");
        assertThat(Cursor.parse(null)).isEmpty();
    }

    @Test
    void boundsTheLimit() {
        assertThat(Limit.of(null)).isEqualTo(new Limit(50));
        assertThat(Limit.of(200).fetch()).isEqualTo(201);
        assertThatThrownBy(() -> Limit.of(201)).hasMessage("limit must be between 1 and 200, was 201");
        assertThatThrownBy(() -> Limit.of(0)).hasMessage("limit must be between 1 and 200, was 0");
    }
}
