package io.tradewind.learning.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes bundles; the manifest comes last, so that a folder without one is an unfinished bundle. */
public final class BundleWriter {

    private BundleWriter() {}

    /**
     * Writes the bundle into an absent or empty folder and opens it again, verified.
     *
     * @throws UncheckedIOException if a file cannot be written or the folder already holds a manifest
     */
    public static Bundle write(BundleDraft draft, Path directory) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        Map<String, byte[]> models = draft.models();
        for (String name : draft.manifest().modelFiles()) {
            contents.put(name, models.get(name));
        }
        contents.put(Bundle.EVALUATION, BundleJson.write(draft.evaluation()));
        contents.put(Bundle.REFERENCE, BundleJson.write(draft.reference()));
        contents.put(Bundle.IMPORTANCE, BundleJson.write(draft.importance()));
        try {
            writeAll(draft.manifest(), contents, directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the bundle to " + directory, e);
        }
        return Bundle.open(directory);
    }

    private static void writeAll(BundleManifest manifest, Map<String, byte[]> contents, Path directory)
            throws IOException {
        Files.createDirectories(directory);
        Path manifestFile = directory.resolve(Bundle.MANIFEST);
        if (Files.exists(manifestFile)) {
            throw new FileAlreadyExistsException(manifestFile.toString());
        }
        List<BundleFile> files = new ArrayList<>();
        for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
            byte[] bytes = entry.getValue();
            Files.write(directory.resolve(entry.getKey()), bytes);
            files.add(new BundleFile(entry.getKey(), Digests.sha256(bytes), bytes.length));
        }
        Files.write(manifestFile, BundleJson.write(manifest.withFiles(files)));
    }
}
