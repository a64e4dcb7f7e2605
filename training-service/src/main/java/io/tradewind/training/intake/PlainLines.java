package io.tradewind.training.intake;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * The text of an upload, unpacked where it is gzipped, with a limit on the length of a line: readers hold a whole line in
 * memory, and one without an end would be the whole memory.
 */
final class PlainLines extends FilterInputStream {

    static final int LONGEST_LINE = 1 << 16;
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;

    private int sinceNewline;

    private PlainLines(InputStream text) {
        super(text);
    }

    static PlainLines of(InputStream upload) throws IOException {
        BufferedInputStream in = new BufferedInputStream(upload, BUFFER);
        in.mark(2);
        int magic = in.read() << 8 | in.read();
        in.reset();
        return new PlainLines(
                magic == GZIP_MAGIC ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            count((byte) read);
            check();
        }
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        for (int i = 0; i < read; i++) {
            count(target[offset + i]);
            check();
        }
        return read;
    }

    private void count(byte read) {
        sinceNewline = read == '\n' ? 0 : sinceNewline + 1;
    }

    private void check() throws LineTooLongException {
        if (sinceNewline > LONGEST_LINE) {
            throw new LineTooLongException();
        }
    }

    /** Not a file of lines. */
    static final class LineTooLongException extends IOException {

        LineTooLongException() {
            super("a line is longer than " + LONGEST_LINE + " bytes");
        }
    }
}
