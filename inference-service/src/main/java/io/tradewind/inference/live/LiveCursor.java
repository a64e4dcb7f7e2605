package io.tradewind.inference.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradewind.inference.storage.ReplicaStorage;
import org.jboss.logging.Logger;

/**
 * Up to which offset of each partition candles have been predicted on, kept on disk. Candles before it only fill
 * windows after a restart; those behind it that closed while this replica was down are predicted on late.
 *
 * <p>Stored only after the journal has the predictions: a crash in between makes the same predictions again, under
 * the same ids.
 */
final class LiveCursor {

    private static final Logger LOG = Logger.getLogger(LiveCursor.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<Integer, Long>> OFFSETS = new TypeReference<>() {};

    private final Path path;
    private final TreeMap<Integer, Long> lastByPartition;
    private final boolean fresh;

    LiveCursor(Path path) {
        this.path = path;
        this.fresh = !Files.exists(path);
        this.lastByPartition = read();
    }

    private TreeMap<Integer, Long> read() {
        try {
            return JSON.readValue(Files.readAllBytes(path), OFFSETS);
        } catch (NoSuchFileException ignored) {
            return new TreeMap<>();
        } catch (JsonProcessingException e) {
            LOG.warnf("%s is not readable: %s", path, e.getOriginalMessage());
            return new TreeMap<>();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this replica has never predicted on a candle: what is on the topic already is then history to it. */
    boolean fresh() {
        return fresh;
    }

    /** Whether this candle has been dealt with in an earlier life. */
    synchronized boolean passed(int partition, long offset) {
        return offset <= lastByPartition.getOrDefault(partition, -1L);
    }

    /** Everything up to here has been dealt with. */
    synchronized void advance(Map<Integer, Long> lastOffsets) {
        boolean[] moved = {false};
        lastOffsets.forEach((partition, offset) -> moved[0] |= advance(partition, offset));
        if (moved[0]) {
            store();
        }
    }

    /** Makes a replica that has seen no candle yet an old one. */
    synchronized void begin() {
        if (!Files.exists(path)) {
            store();
        }
    }

    private boolean advance(int partition, long offset) {
        Long before = lastByPartition.get(partition);
        if (before != null && before >= offset) {
            return false;
        }
        lastByPartition.put(partition, offset);
        return true;
    }

    private void store() {
        try {
            ReplicaStorage.replace(path, JSON.writeValueAsBytes(lastByPartition));
        } catch (IOException e) {
            LOG.errorf(e, "%s cannot be written; after a restart some candles are predicted on again", path);
        }
    }
}
