package io.tradewind.inference.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

/**
 * An append-only log of byte records in segment files, bounded in size, read in order and deleted from its old end.
 *
 * <p>A position is the number of bytes written before it since the directory was new; a segment file is named after
 * the position of its first byte. One thread appends and one reads; both may run at once. After a restart appending
 * goes on in a new segment, so a record that a crash cut off never has anything after it.
 */
final class JournalLog implements AutoCloseable {

    /** A record and the position behind it. */
    record Entry(byte[] payload, long end) {}

    /** Records from one place on, and the place to read from next. */
    record Chunk(List<Entry> entries, long next) {}

    private static final Logger LOG = Logger.getLogger(JournalLog.class);
    private static final String SUFFIX = ".journal";
    private static final int CHUNK_BYTES = 2 * Frames.MAX_PAYLOAD;

    private final Path directory;
    private final long maxBytes;
    private final int segmentBytes;
    private final AcknowledgedFile acknowledgedFile;
    /** End of each segment by its base. */
    private final ConcurrentSkipListMap<Long, Long> segments = new ConcurrentSkipListMap<>();

    private volatile long end;
    private volatile long acknowledged;
    private volatile long damagedBytes;
    private FileChannel active;
    private long activeBase;

    JournalLog(Path directory, long maxBytes, int segmentBytes) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.maxBytes = maxBytes;
        this.segmentBytes = segmentBytes;
        this.acknowledgedFile = new AcknowledgedFile(directory.resolve("acknowledged"));
        findSegments();
        long stored = acknowledgedFile.read();
        this.end = Math.max(segments.isEmpty() ? 0 : segments.lastEntry().getValue(), stored);
        this.acknowledged = Math.max(stored, segments.isEmpty() ? end : segments.firstKey());
        this.active = openSegment();
        dropAcknowledgedSegments();
    }

    private void findSegments() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
                String name = file.getFileName().toString();
                long base = Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
                segments.put(base, base + Files.size(file));
            }
        }
    }

    private FileChannel openSegment() throws IOException {
        activeBase = end;
        segments.put(activeBase, activeBase);
        // Of two processes' worth of segments at the same base the older is empty: nothing was written after it.
        return FileChannel.open(
                path(activeBase),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
    }

    private Path path(long base) {
        return directory.resolve(String.format("%020d%s", base, SUFFIX));
    }

    /** Writes all records or, when they would not fit, none. */
    synchronized boolean append(List<byte[]> payloads) throws IOException {
        ByteBuffer frames = Frames.encode(payloads);
        int size = frames.remaining();
        if (pendingBytes() + size > maxBytes) {
            return false;
        }
        if (end - activeBase >= segmentBytes) {
            roll();
        }
        long at = end - activeBase;
        while (frames.hasRemaining()) {
            // At an absolute place: what a failed write left half done is written over by the next one.
            at += active.write(frames, at);
        }
        end = activeBase + at;
        segments.put(activeBase, end);
        return true;
    }

    private void roll() throws IOException {
        active.force(false);
        active.close();
        active = openSegment();
    }

    /** Makes what was appended survive a crash of the machine too. */
    synchronized void sync() throws IOException {
        if (active.isOpen()) {
            active.force(false);
        }
    }

    /** Reads whole records from a position on; an empty chunk that moves nowhere means there is nothing yet. */
    Chunk read(long position) throws IOException {
        Map.Entry<Long, Long> segment = segments.floorEntry(position);
        if (segment == null || position >= segment.getValue()) {
            Long next = segments.higherKey(position);
            return new Chunk(List.of(), next == null ? position : next);
        }
        int size = (int) Math.min(CHUNK_BYTES, segment.getValue() - position);
        ByteBuffer bytes = readBytes(segment.getKey(), position, size);
        if (bytes.position() < size) {
            // The file is shorter than it was: what is missing cannot be waited for.
            damagedBytes += size - bytes.position();
            return new Chunk(parse(bytes, position, true).entries(), segment.getValue());
        }
        return parse(bytes, position, position + size >= segment.getValue());
    }

    private ByteBuffer readBytes(long base, long position, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size);
        try (FileChannel file = FileChannel.open(path(base), StandardOpenOption.READ)) {
            while (bytes.hasRemaining() && file.read(bytes, position - base + bytes.position()) >= 0) {
                // until the wanted part is here
            }
        } catch (NoSuchFileException e) {
            LOG.errorf("prediction journal segment %s has vanished", e.getFile());
        }
        return bytes;
    }

    private Chunk parse(ByteBuffer bytes, long position, boolean toTheEnd) {
        int limit = bytes.position();
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        while (at < limit) {
            switch (Frames.find(bytes, at, limit)) {
                case Frames.Found.Whole(byte[] payload, int next) -> {
                    entries.add(new Entry(payload, position + next));
                    at = next;
                }
                case Frames.Found.Damaged(int next) -> {
                    damagedBytes += next - at;
                    at = next;
                }
                case Frames.Found.Incomplete() -> {
                    // Appends are whole: at a segment's end only a crash can have cut a record off.
                    int next = toTheEnd ? Frames.nextMarker(bytes, at + 1, limit) : at;
                    if (!toTheEnd) {
                        return new Chunk(entries, position + at);
                    }
                    next = limit - next < Frames.OVERHEAD ? limit : next;
                    damagedBytes += next - at;
                    at = next;
                }
            }
        }
        return new Chunk(entries, position + at);
    }

    /** Everything before the position has been delivered and may go. */
    void acknowledge(long position) throws IOException {
        acknowledged = Math.max(acknowledged, position);
        dropAcknowledgedSegments();
    }

    private synchronized void dropAcknowledgedSegments() throws IOException {
        for (Map.Entry<Long, Long> segment : segments.headMap(activeBase).entrySet()) {
            if (segment.getValue() <= acknowledged) {
                Files.deleteIfExists(path(segment.getKey()));
                segments.remove(segment.getKey());
            }
        }
    }

    /** Keeps the acknowledged position for the next start, so that little is sent twice. */
    void saveAcknowledged() throws IOException {
        acknowledgedFile.write(acknowledged);
    }

    long end() {
        return end;
    }

    long acknowledged() {
        return acknowledged;
    }

    /** Bytes that wait for the broker. */
    long pendingBytes() {
        return end - acknowledged;
    }

    /** Bytes no record could be made of, since this log was opened. */
    long damagedBytes() {
        return damagedBytes;
    }

    int segmentCount() {
        return segments.size();
    }

    /** Counts the records that wait; reads all of them. */
    long countPending() throws IOException {
        long count = 0;
        long position = acknowledged;
        while (true) {
            Chunk chunk = read(position);
            count += chunk.entries().size();
            if (chunk.next() == position) {
                damagedBytes = 0;
                return count;
            }
            position = chunk.next();
        }
    }

    @Override
    public synchronized void close() {
        try {
            active.force(false);
            active.close();
            saveAcknowledged();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
