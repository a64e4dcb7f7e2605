package io.tradewind.registry.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.smallrye.mutiny.Multi;
import io.tradewind.kit.nativecall.NativeCallPool;
import io.vertx.mutiny.core.buffer.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FolderBundleStoreTest extends BundleStoreContractTest {
    private final NativeCallPool files = new NativeCallPool("test-files", 2, 100);

    @TempDir
    Path folder;

    private BundleStore store;

    @BeforeEach
    void open() throws IOException {
        store = FolderBundleStore.open(folder, files);
    }

    @AfterEach
    void close() {
        files.close();
    }

    @Override
    BundleStore store() {
        return store;
    }

    @Test
    void removesTheUploadOfAProcessThatWasKilled() throws Exception {
        // Given
        Process uploader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HangingUpload.class.getName(),
                        folder.resolve("incoming").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            uploader.getInputStream().read();
            await(store.sweep());
            assertThat(incoming()).hasSize(1);

            // When
            uploader.destroyForcibly();
            assertThat(uploader.waitFor(10, TimeUnit.SECONDS)).isTrue();
            await(store.sweep());

            // Then
            assertThat(incoming()).isEmpty();
        } finally {
            uploader.destroyForcibly();
        }
    }

    @Test
    void leavesNothingOfARefusedUpload() throws IOException {
        Multi<Buffer> tooMuch = Multi.createFrom().item(Buffer.buffer("abc"));

        await(store.receive(tooMuch, 2).onFailure().recoverWithNull());

        assertThat(incoming()).isEmpty();
    }

    private List<Path> incoming() throws IOException {
        try (Stream<Path> listed = Files.list(folder.resolve("incoming"))) {
            return listed.toList();
        }
    }
}
