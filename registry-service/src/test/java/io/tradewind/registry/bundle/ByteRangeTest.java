package io.tradewind.registry.bundle;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ByteRangeTest {

    @Test
    void readsOneRangeInEachOfItsForms() {
        assertThat(ByteRange.parse("bytes=0-499", 1000)).isEqualTo(new ByteRange.Part(0, 499));
        assertThat(ByteRange.parse("bytes=500-", 1000)).isEqualTo(new ByteRange.Part(500, 999));
        assertThat(ByteRange.parse("bytes=-200", 1000)).isEqualTo(new ByteRange.Part(800, 999));
        assertThat(new ByteRange.Part(800, 999).length()).isEqualTo(200);
    }

    @Test
    void cutsAtTheEndOfTheFile() {
        assertThat(ByteRange.parse("bytes=900-5000", 1000)).isEqualTo(new ByteRange.Part(900, 999));
        assertThat(ByteRange.parse("bytes=-5000", 1000)).isEqualTo(new ByteRange.Part(0, 999));
    }

    @Test
    void tellsWhatTheFileDoesNotHave() {
        assertThat(ByteRange.parse("bytes=1000-", 1000)).isEqualTo(new ByteRange.Unsatisfiable());
        assertThat(ByteRange.parse("bytes=-0", 1000)).isEqualTo(new ByteRange.Unsatisfiable());
        assertThat(ByteRange.parse("bytes=0-", 0)).isEqualTo(new ByteRange.Unsatisfiable());
        assertThat(ByteRange.parse("bytes=-1", 0)).isEqualTo(new ByteRange.Unsatisfiable());
    }

    @Test
    void ignoresWhatItMayIgnore() {
        assertThat(ByteRange.parse(null, 1000)).isEqualTo(new ByteRange.Whole());
        assertThat(ByteRange.parse("bytes=0-1,5-6", 1000)).isEqualTo(new ByteRange.Whole());
        assertThat(ByteRange.parse("items=0-1", 1000)).isEqualTo(new ByteRange.Whole());
        assertThat(ByteRange.parse("bytes=9-1", 1000)).isEqualTo(new ByteRange.Whole());
        assertThat(ByteRange.parse("bytes=-", 1000)).isEqualTo(new ByteRange.Whole());
        assertThat(ByteRange.parse("bytes=99999999999999999999-", 1000)).isEqualTo(new ByteRange.Whole());
    }
}
