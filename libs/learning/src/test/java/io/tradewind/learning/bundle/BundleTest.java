package io.tradewind.learning.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

import io.tradewind.learning.bundle.BundleRefusedException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BundleTest {

    @TempDir
    private Path folder;

    private Bundle bundle;

    @BeforeEach
    void write() {
        bundle = BundleWriter.write(Drafts.draft(), folder.resolve("bundle"));
    }

    @Test
    void holdsWhatWasWritten() {
        assertThat(bundle.manifest().withFiles(java.util.List.of()))
                .isEqualTo(Drafts.draft().manifest());
        assertThat(bundle.evaluation()).isEqualTo(Drafts.draft().evaluation());
        assertThat(bundle.reference()).isEqualTo(Drafts.draft().reference());
        assertThat(bundle.importance()).isEqualTo(Drafts.draft().importance());
        assertThat(bundle.modelFile()).hasContent("model");
    }

    @Test
    void itsDigestIsThatOfTheManifestsBytes() throws IOException {
        assertThat(bundle.digest())
                .isEqualTo(Digests.sha256(bundle.directory().resolve("manifest.json")))
                .matches("[0-9a-f]{64}");
        assertThat(Bundle.open(bundle.directory(), bundle.digest()).digest()).isEqualTo(bundle.digest());
        assertRefused(
                () -> Bundle.open(bundle.directory(), "0".repeat(64)), Reason.WRONG_DIGEST, "the bundle's digest");
    }

    @ParameterizedTest
    @CsvSource({"model.json", "evaluation.json", "reference.json", "importance.json"})
    void refusesAChangedByte(String name) throws IOException {
        Path file = bundle.directory().resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertRefused(() -> Bundle.open(bundle.directory()), Reason.WRONG_DIGEST, name + " must have sha256");
    }

    @ParameterizedTest
    @CsvSource({"model.json", "evaluation.json", "reference.json", "importance.json", "manifest.json"})
    void refusesWhereAFileIsMissing(String name) throws IOException {
        Files.delete(bundle.directory().resolve(name));

        assertRefused(() -> Bundle.open(bundle.directory()), Reason.MISSING_FILE, name + " is missing");
    }

    @Test
    void refusesAMissingAndALongerFile() throws IOException {
        Files.writeString(bundle.modelFile(), "models");
        assertRefused(() -> Bundle.open(bundle.directory()), Reason.WRONG_SIZE, "model.json must have 5 bytes, has 6");
        Files.delete(bundle.modelFile());
        assertRefused(() -> Bundle.open(bundle.directory()), Reason.MISSING_FILE, "model.json is missing");
        Files.delete(bundle.directory().resolve("manifest.json"));
        assertRefused(() -> Bundle.open(bundle.directory()), Reason.MISSING_FILE, "manifest.json is missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "formatVersion" : 1          | "formatVersion" : 2       | UNKNOWN_FORMAT       | formatVersion must be 1, was 2
            "architecture" : "XGBOOST"   | "architecture" : "SVM"    | UNKNOWN_ARCHITECTURE | architecture SVM is unknown
            "rsi_14", "log_return_1"     | "log_return_1", "rsi_14"  | WRONG_FEATURE_SCHEMA | featureSchemaHash must be
            "rsi_14", "log_return_1"     | "rsi_14", "moon_phase"    | UNKNOWN_FEATURES     | moon_phase
            "rsi_14", "log_return_1"     | "rsi_14", "rsi_14"        | BAD_MANIFEST         | must not repeat
            "window" : 1                 | "window" : 0              | BAD_MANIFEST         | window must be between 1 and 4096, was 0
            "horizonBars" : 1            | "horizonBars" : 0         | BAD_MANIFEST         | horizonBars must be >= 1, was 0
            "down", "up"                 | "up", "down"              | BAD_MANIFEST         | outputNames must be [down, up]
            "name" : "model.json"        | "name" : "../model.json"  | BAD_MANIFEST         | file name ../model.json is not allowed
            "name" : "model.json"        | "name" : "manifest.json"  | BAD_MANIFEST         | files must not list
            "name" : "model.json"        | "name" : "importance.json"| BAD_MANIFEST         | files must list importance.json once
            "modelFile" : "model.json"   | "modelFile" : "other.json"| BAD_MANIFEST         | files must list other.json
            "task" : "DIRECTION"         | "task" : "LOTTERY"        | BAD_MANIFEST         | manifest.json cannot be read
            """)
    void refusesManifestsItCannotServe(String found, String replacement, Reason reason, String message)
            throws IOException {
        change(json -> {
            assertThat(json).contains(found);
            return json.replace(found, replacement);
        });

        assertRefused(() -> Bundle.open(bundle.directory()), reason, message);
    }

    @Test
    void ignoresFieldsOfLaterFormats() throws IOException {
        change(json -> json.replaceFirst("\\{", "{ \"addedLater\" : true,"));

        assertThat(Bundle.open(bundle.directory()).manifest().architecture()).isEqualTo("XGBOOST");
    }

    @Test
    void doesNotOverwriteABundle() {
        assertThatThrownBy(() -> BundleWriter.write(Drafts.draft(), bundle.directory()))
                .isInstanceOf(java.io.UncheckedIOException.class);
    }

    private void change(UnaryOperator<String> edit) throws IOException {
        Path file = bundle.directory().resolve("manifest.json");
        Files.write(file, edit.apply(Files.readString(file)).getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable opening, Reason reason, String message) {
        assertThatThrownBy(opening)
                .isInstanceOfSatisfying(BundleRefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason))
                .hasMessageContaining(message);
    }
}
