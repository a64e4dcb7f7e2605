package io.tradewind.registry.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;

/**
 * Keeps the files of bundles: received one by one, staged, and published all at once.
 *
 * <p>Whether a bundle may be used is decided by the version's row and nowhere else; the store never shows a file that
 * is not whole, and a process that dies at any moment leaves nothing that {@link #sweep} does not remove.
 */
public interface BundleStore {

    /**
     * Takes in one file's bytes as they arrive.
     *
     * @param limit most bytes to take; more fail with {@link TooLargeException}
     */
    Uni<Received> receive(Multi<Buffer> body, long limit);

    /** Puts received bytes under a name of a staged bundle, in place of what was there. */
    Uni<Void> stage(Received received, BundleKey key, FileName name);

    /** Forgets received bytes. */
    Uni<Void> discard(Received received);

    /** Runs a check over the staged files as a local folder; an empty folder if nothing is staged. */
    <T> Uni<T> inspect(BundleKey key, Function<Path, T> check);

    /** Makes a staged bundle readable, in one step. */
    Uni<Void> publish(BundleKey key);

    /** Reads part of a published file; fails with {@link java.nio.file.NoSuchFileException} if there is none. */
    Multi<Buffer> read(BundleKey key, FileName name, long offset, long length);

    /** Runs a check over the published files as a local folder; an empty folder if nothing is published. */
    <T> Uni<T> inspectPublished(BundleKey key, Function<Path, T> check);

    /** Removes a bundle, staged or published. */
    Uni<Void> remove(BundleKey key);

    /** Removes what is staged of a bundle; what is published stays. */
    Uni<Void> removeStaged(BundleKey key);

    /** Removes every bundle of a model. */
    Uni<Void> removeModel(UUID modelId);

    /** Removes bytes of uploads whose process died, and answers what is staged. */
    Uni<List<BundleKey>> sweep();

    /** The models that have published bundles. */
    Uni<List<UUID>> publishedModels();

    /** Fails, saying why, when nothing can be written. */
    Uni<Void> probe();
}
