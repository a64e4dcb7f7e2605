package io.tradewind.market.read;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Opens text that may or may not be gzipped, told apart by the first two bytes. */
final class Sniffed {
    private static final int BUFFER = 1 << 16;

    private Sniffed() {}

    static BufferedReader open(InputStream source) throws IOException {
        PushbackInputStream in = new PushbackInputStream(new BufferedInputStream(source, BUFFER), 2);
        byte[] magic = in.readNBytes(2);
        in.unread(magic);
        boolean gzip = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        InputStream text = gzip ? new GZIPInputStream(in, BUFFER) : in;
        return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8), BUFFER);
    }
}
