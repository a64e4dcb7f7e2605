package io.tradewind.inference.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ReplicaStorageTest {

    @TempDir
    Path folder;

    @Test
    void refusesADirectoryThatAnotherReplicaHolds() {
        ReplicaStorage first = new ReplicaStorage(() -> folder);
        first.lock();
        ReplicaStorage second = new ReplicaStorage(() -> folder);

        assertThatIllegalStateException()
                .isThrownBy(second::lock)
                .withMessageContaining("is in use by another process");

        first.unlock();
        second.unlock();
    }

    @Test
    void takesOverADirectoryItsOwnerLeft() {
        ReplicaStorage first = new ReplicaStorage(() -> folder);
        first.lock();
        first.unlock();
        ReplicaStorage second = new ReplicaStorage(() -> folder);

        second.lock();

        assertThat(second.directory("journal")).isDirectory();
        second.unlock();
    }

    @Test
    void replacesAFileAsAWhole() throws IOException {
        Path file = folder.resolve("state");
        ReplicaStorage.replace(file, new byte[] {1, 2, 3});

        ReplicaStorage.replace(file, new byte[] {4});

        assertThat(file).hasBinaryContent(new byte[] {4});
        assertThat(Files.list(folder)).containsExactly(file);
    }
}
