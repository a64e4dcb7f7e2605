package io.tradewind.training.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies a stream to a file until it has its fill, and goes on reading after that so that the writer never blocks. */
final class BoundedLog {

    private final Path file;
    private final int mostBytes;

    BoundedLog(Path file, int mostBytes) {
        this.file = file;
        this.mostBytes = mostBytes;
    }

    void drain(InputStream in) throws IOException {
        byte[] buffer = new byte[8192];
        int left = mostBytes;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                int kept = Math.min(read, left);
                out.write(buffer, 0, kept);
                out.flush();
                left -= kept;
                if (kept < read && kept > 0) {
                    out.write("\n[cut here]\n".getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    Path file() {
        return file;
    }
}
