package io.tradewind.registry.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tradewind.kit.nativecall.NativeCallPool;
import io.vertx.mutiny.core.buffer.Buffer;

/**
 * Bundles in a folder: {@code incoming/<receipt>} while a file arrives, {@code staging/<model>.<version>/} while a bundle
 * is put together, {@code published/<model>/<version>/} once it is whole. All three lie on one file system, so that every
 * move between them is one atomic rename.
 *
 * <p>Staging is flat so that removing a bundle never races with a sibling that is just being created.
 */
final class FolderBundleStore implements BundleStore {
    private final Path incoming;
    private final Path staging;
    private final Path published;
    private final NativeCallPool files;
    private final Map<UUID, IncomingFile> held = new ConcurrentHashMap<>();

    private FolderBundleStore(Path folder, NativeCallPool files) {
        this.incoming = folder.resolve("incoming");
        this.staging = folder.resolve("staging");
        this.published = folder.resolve("published");
        this.files = files;
    }

    /** Opens the store, creating its folders; blocks. */
    static FolderBundleStore open(Path folder, NativeCallPool files) throws IOException {
        FolderBundleStore store = new FolderBundleStore(folder.toAbsolutePath().normalize(), files);
        for (Path part : List.of(store.incoming, store.staging, store.published)) {
            Files.createDirectories(part);
        }
        return store;
    }

    @Override
    public Uni<Received> receive(Multi<Buffer> body, long limit) {
        return on(() -> IncomingFile.create(incoming, limit)).chain(file -> receive(body, file));
    }

    private Uni<Received> receive(Multi<Buffer> body, IncomingFile file) {
        return body.onItem()
                .transformToUniAndConcatenate(bytes -> write(file, bytes))
                .collect()
                .last()
                .chain(written -> on(file::finish))
                .invoke(received -> held.put(file.receipt(), file))
                .onFailure()
                .call(failed -> on(() -> drop(file)))
                .onCancellation()
                .call(() -> on(() -> drop(file)));
    }

    private Uni<Void> write(IncomingFile file, Buffer bytes) {
        return on(() -> {
            file.write(ByteBuffer.wrap(bytes.getBytes()));
            return null;
        });
    }

    @Override
    public Uni<Void> stage(Received received, BundleKey key, FileName name) {
        return on(() -> {
            Path folder = Files.createDirectories(staged(key));
            IncomingFile file = held(received);
            Files.move(file.path(), folder.resolve(name.value()), StandardCopyOption.ATOMIC_MOVE);
            held.remove(received.receipt());
            file.release();
            force(folder);
            return null;
        });
    }

    @Override
    public Uni<Void> discard(Received received) {
        return on(() -> {
            IncomingFile file = held.remove(received.receipt());
            return file == null ? null : drop(file);
        });
    }

    @Override
    public <T> Uni<T> inspect(BundleKey key, Function<Path, T> check) {
        return on(() -> {
            Path staged = staged(key);
            Path left = published(key);
            if (!Files.exists(staged) && Files.exists(left)) {
                // The process died between the rename and the row that would have made it count.
                Files.move(left, staged, StandardCopyOption.ATOMIC_MOVE);
            }
            return check.apply(Files.createDirectories(staged));
        });
    }

    @Override
    public Uni<Void> publish(BundleKey key) {
        return on(() -> {
            Path target = published(key);
            deleteTree(target);
            Files.createDirectories(target.getParent());
            Files.move(staged(key), target, StandardCopyOption.ATOMIC_MOVE);
            force(target.getParent());
            return null;
        });
    }

    @Override
    public Multi<Buffer> read(BundleKey key, FileName name, long offset, long length) {
        Path path = published(key).resolve(name.value());
        return Multi.createFrom().deferred(() -> read(new FileReader(path, offset, length)));
    }

    private Multi<Buffer> read(FileReader reader) {
        return Multi.createBy()
                .repeating()
                .uni(() -> on(reader::next))
                .until(bytes -> bytes.length == 0)
                .map(Buffer::buffer)
                .onTermination()
                .call(() -> on(() -> {
                    reader.close();
                    return null;
                }));
    }

    @Override
    public <T> Uni<T> inspectPublished(BundleKey key, Function<Path, T> check) {
        return on(() -> check.apply(published(key)));
    }

    @Override
    public Uni<Void> remove(BundleKey key) {
        return on(() -> {
            deleteTree(staged(key));
            deleteTree(published(key));
            return null;
        });
    }

    @Override
    public Uni<Void> removeStaged(BundleKey key) {
        return on(() -> {
            deleteTree(staged(key));
            return null;
        });
    }

    @Override
    public Uni<List<UUID>> publishedModels() {
        return on(() -> children(published).stream()
                .map(folder -> UUID.fromString(folder.getFileName().toString()))
                .toList());
    }

    @Override
    public Uni<Void> removeModel(UUID modelId) {
        return on(() -> {
            for (BundleKey key : staged()) {
                if (key.modelId().equals(modelId)) {
                    deleteTree(staged(key));
                }
            }
            deleteTree(published.resolve(modelId.toString()));
            return null;
        });
    }

    @Override
    public Uni<List<BundleKey>> sweep() {
        return on(() -> {
            for (Path file : children(incoming)) {
                IncomingFile.removeIfDead(file);
            }
            return staged();
        });
    }

    @Override
    public Uni<Void> probe() {
        return on(() -> {
            if (!Files.isWritable(incoming) || !Files.isWritable(staging) || !Files.isWritable(published)) {
                throw new IOException("cannot write to " + incoming.getParent());
            }
            return null;
        });
    }

    private List<BundleKey> staged() throws IOException {
        List<BundleKey> keys = new ArrayList<>();
        for (Path folder : children(staging)) {
            String[] parts = folder.getFileName().toString().split("\\.");
            keys.add(new BundleKey(UUID.fromString(parts[0]), Integer.parseInt(parts[1])));
        }
        return keys;
    }

    private IncomingFile held(Received received) throws NoSuchFileException {
        IncomingFile file = held.get(received.receipt());
        if (file == null) {
            throw new NoSuchFileException(received.receipt().toString());
        }
        return file;
    }

    private static Void drop(IncomingFile file) throws IOException {
        Files.deleteIfExists(file.path());
        file.release();
        return null;
    }

    private Path staged(BundleKey key) {
        return staging.resolve(key.modelId() + "." + key.version());
    }

    private Path published(BundleKey key) {
        return published.resolve(key.modelId().toString()).resolve(Integer.toString(key.version()));
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.toList();
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.sorted(Comparator.reverseOrder()).forEach(FolderBundleStore::delete);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A rename is on disk only when its folder is. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private <T> Uni<T> on(Callable<T> work) {
        return files.call(work);
    }
}
