package io.tradewind.registry.storage;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FileNameTest {

    @Test
    void takesOrdinaryNames() {
        assertThat(List.of("manifest.json", "model.onnx", "a", "model-2_final.tar.gz"))
                .allSatisfy(name -> assertThat(FileName.find(name)).isPresent());
    }

    @Test
    void refusesWhateverCouldLeaveAFolderOrHideInIt() {
        assertThat(List.of(
                        "",
                        ".",
                        "..",
                        ".hidden",
                        "../x",
                        "a/b",
                        "a\\b",
                        "/etc/passwd",
                        "a..b",
                        "a.",
                        "a b",
                        "a#b",
                        "a%2e",
                        "a\u0000b",
                        "ü",
                        "-rf",
                        "x".repeat(101)))
                .allSatisfy(name -> assertThat(FileName.find(name)).isEmpty());
    }

    @Test
    void saysWhatIsWrongWithoutRepeatingControlCharacters() {
        assertThatThrownBy(() -> new FileName("a\u0007b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a?b'");
    }
}
