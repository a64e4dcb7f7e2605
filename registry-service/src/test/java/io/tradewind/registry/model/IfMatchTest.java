package io.tradewind.registry.model;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IfMatchTest {

    @Test
    void readsWhatAClientSays() {
        assertThat(IfMatch.parse(null)).isEqualTo(new IfMatch.Absent());
        assertThat(IfMatch.parse(" ")).isEqualTo(new IfMatch.Absent());
        assertThat(IfMatch.parse("*")).isEqualTo(new IfMatch.Any());
        assertThat(IfMatch.parse(" \"7\" ")).isEqualTo(new IfMatch.Revision(7));
    }

    @Test
    void doesNotTakeWeakOrForeignTags() {
        assertThat(IfMatch.parse("W/\"7\"")).isEqualTo(new IfMatch.Foreign());
        assertThat(IfMatch.parse("7")).isEqualTo(new IfMatch.Foreign());
        assertThat(IfMatch.parse("\"abc\"")).isEqualTo(new IfMatch.Foreign());
        assertThat(IfMatch.parse("\"99999999999999999999\"")).isEqualTo(new IfMatch.Foreign());
    }
}
