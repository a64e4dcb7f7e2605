package io.tradewind.registry.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tradewind.registry.TestBundle;
import io.vertx.mutiny.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every store of bundles promises, wherever it keeps them. */
abstract class BundleStoreContractTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final FileName NAME = new FileName("model.onnx");

    private final BundleKey key = new BundleKey(UUID.randomUUID(), 1);

    abstract BundleStore store();

    @Test
    void receivesBytesInPiecesAndTellsTheirDigest() {
        Received received = await(store().receive(body("abc", "", "def"), 6));

        assertThat(received.size()).isEqualTo(6);
        assertThat(received.sha256()).isEqualTo(TestBundle.sha256("abcdef".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void takesNoMoreThanTheLimit() {
        assertThatThrownBy(() -> await(store().receive(body("abc", "defg"), 6)))
                .isInstanceOf(TooLargeException.class)
                .hasMessage("more than 6 bytes");
    }

    @Test
    void aBodyThatBreaksOffFailsWithItsCause() {
        Multi<Buffer> broken = Multi.createBy()
                .concatenating()
                .streams(body("abc"), Multi.createFrom().failure(new IllegalStateException("connection lost")));

        assertThatThrownBy(() -> await(store().receive(broken, 100))).hasMessageContaining("connection lost");
    }

    @Test
    void nothingIsStagedBeforeItIsNamed() {
        await(store().receive(body("abc"), 100));

        assertThat(staged(key)).isEmpty();
    }

    @Test
    void stagesFilesAndReplacesThemByName() {
        stage(key, "old");
        stage(key, "new");

        assertThat(staged(key)).isEqualTo(Map.of(NAME.value(), "new"));
    }

    @Test
    void discardedBytesCannotBeStaged() {
        Received received = await(store().receive(body("abc"), 100));
        await(store().discard(received));
        await(store().discard(received));

        assertThatThrownBy(() -> await(store().stage(received, key, NAME)))
                .hasRootCauseInstanceOf(NoSuchFileException.class);
    }

    @Test
    void readsWhatIsPublishedAndNothingBefore() {
        stage(key, "0123456789");
        assertThatThrownBy(() -> read(0, 10)).hasRootCauseInstanceOf(NoSuchFileException.class);

        await(store().publish(key));

        assertThat(read(0, 10)).isEqualTo("0123456789");
        assertThat(read(3, 4)).isEqualTo("3456");
        assertThat(read(10, 0)).isEmpty();
        assertThat(await(store().publishedModels())).contains(key.modelId());
    }

    @Test
    void readsFilesLargerThanAChunk() {
        String large = "0123456789".repeat(20_000);
        stage(key, large);
        await(store().publish(key));

        assertThat(read(0, large.length())).isEqualTo(large);
        assertThat(read(65_530, 20)).isEqualTo(large.substring(65_530, 65_550));
    }

    @Test
    void whatWasPublishedWithoutTakingEffectIsStagedAgain() {
        stage(key, "abc");
        await(store().publish(key));

        assertThat(staged(key)).isEqualTo(Map.of(NAME.value(), "abc"));
        await(store().publish(key));
        assertThat(read(0, 3)).isEqualTo("abc");
    }

    @Test
    void publishesOverTheRemainsOfAnEarlierAttempt() {
        stage(key, "old");
        await(store().publish(key));
        stage(key, "new");

        await(store().publish(key));

        assertThat(read(0, 3)).isEqualTo("new");
    }

    @Test
    void removesStagedAndPublishedAlike() {
        BundleKey sibling = new BundleKey(key.modelId(), 2);
        stage(key, "abc");
        await(store().publish(key));
        stage(sibling, "abc");

        await(store().removeStaged(sibling));
        await(store().remove(key));

        assertThat(staged(sibling)).isEmpty();
        assertThatThrownBy(() -> read(0, 3)).hasRootCauseInstanceOf(NoSuchFileException.class);
    }

    @Test
    void removesAllOfAModelAndNothingOfAnother() {
        BundleKey other = new BundleKey(UUID.randomUUID(), 1);
        stage(key, "abc");
        await(store().publish(key));
        stage(new BundleKey(key.modelId(), 2), "abc");
        stage(other, "abc");

        await(store().removeModel(key.modelId()));

        assertThat(await(store().sweep())).containsExactly(other);
        assertThat(await(store().publishedModels())).doesNotContain(key.modelId());
    }

    @Test
    void checksPublishedFilesWhereTheyLie() {
        stage(key, "abc");
        await(store().publish(key));

        assertThat(await(store().inspectPublished(key, BundleStoreContractTest::contents)))
                .isEqualTo(Map.of(NAME.value(), "abc"));
    }

    @Test
    void sweepsAndSaysWhatIsStagedButLeavesLivingUploadsAlone() {
        Received arriving = await(store().receive(body("abc"), 100));
        stage(key, "abc");

        List<BundleKey> staged = await(store().sweep());

        assertThat(staged).containsExactly(key);
        await(store().stage(arriving, new BundleKey(key.modelId(), 2), NAME));
        assertThat(staged(new BundleKey(key.modelId(), 2))).isEqualTo(Map.of(NAME.value(), "abc"));
    }

    @Test
    void saysThatItCanBeWritten() {
        await(store().probe());
    }

    private void stage(BundleKey where, String content) {
        Received received = await(store().receive(body(content), 1_000_000));
        await(store().stage(received, where, NAME));
    }

    private Map<String, String> staged(BundleKey where) {
        return await(store().inspect(where, BundleStoreContractTest::contents));
    }

    private String read(long offset, long length) {
        return store().read(key, NAME, offset, length)
                .map(part -> part.toString(StandardCharsets.US_ASCII))
                .collect()
                .with(Collectors.joining())
                .await()
                .atMost(LIMIT);
    }

    private static Map<String, String> contents(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, String> contents = new TreeMap<>();
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
            return contents;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Multi<Buffer> body(String... parts) {
        return Multi.createFrom().items(Stream.of(parts).map(Buffer::buffer));
    }

    static <T> T await(Uni<T> uni) {
        return uni.await().atMost(LIMIT);
    }
}
