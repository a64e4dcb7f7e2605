package io.tradewind.inference.deployment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import io.tradewind.contracts.model.DeploymentStatus;
import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.inference.storage.ReplicaStorage;
import io.tradewind.kit.kafka.EventCodec;
import org.jboss.logging.Logger;

/**
 * The last known state of every deployed model, one JSON document per line, so that a replica serves again before
 * Kafka and the registry do.
 */
final class DeploymentFile {

    private static final Logger LOG = Logger.getLogger(DeploymentFile.class);

    private final Path path;

    DeploymentFile(Path path) {
        this.path = path;
    }

    /** Empty without the file, and when it cannot be read: the topic will tell all of it again. */
    List<ModelChanged> read() {
        try {
            return Files.readAllLines(path).stream()
                    .map(line -> EventCodec.read(line.getBytes(StandardCharsets.UTF_8), ModelChanged.class))
                    .toList();
        } catch (NoSuchFileException ignored) {
            return List.of();
        } catch (IOException | IllegalArgumentException e) {
            LOG.warnf(e, "%s cannot be read, waiting for the topic instead", path);
            return List.of();
        }
    }

    void write(Collection<ModelChanged> models) {
        String lines = models.stream()
                .filter(model -> model.deployment().status() != DeploymentStatus.NONE)
                .map(model -> EventCodec.write(model) + '\n')
                .collect(Collectors.joining());
        try {
            ReplicaStorage.replace(path, lines.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.errorf(e, "%s cannot be written; a restart without Kafka would serve an older state", path);
        }
    }
}
