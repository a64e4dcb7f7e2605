package io.tradewind.registry.bundle;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EntityTagTest {
    private final EntityTag tag = new EntityTag("abc");

    @Test
    void isFoundInIfNoneMatchHoweverItIsWritten() {
        assertThat(tag.matchesAnyOf("\"abc\"")).isTrue();
        assertThat(tag.matchesAnyOf("W/\"abc\"")).isTrue();
        assertThat(tag.matchesAnyOf("\"x\", \"abc\"")).isTrue();
        assertThat(tag.matchesAnyOf("*")).isTrue();
        assertThat(tag.matchesAnyOf("\"x\"")).isFalse();
        assertThat(tag.matchesAnyOf("abc")).isFalse();
        assertThat(tag.matchesAnyOf(null)).isFalse();
    }

    @Test
    void onlyTheVerySameTagKeepsARange() {
        assertThat(tag.allowsRange(null)).isTrue();
        assertThat(tag.allowsRange("\"abc\"")).isTrue();
        assertThat(tag.allowsRange("W/\"abc\"")).isFalse();
        assertThat(tag.allowsRange("Wed, 21 Oct 2026 07:28:00 GMT")).isFalse();
    }
}
