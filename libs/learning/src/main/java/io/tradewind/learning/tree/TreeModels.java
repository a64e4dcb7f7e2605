package io.tradewind.learning.tree;

/** Reads tree models by the name of their file. */
public final class TreeModels {

    private TreeModels() {}

    /** Whether files of that name hold trees. */
    public static boolean readable(String fileName) {
        return fileName.endsWith(".json");
    }

    /**
     * The trees.
     *
     * @throws TreeFormatException if they cannot be read, with the reason
     */
    public static TreeEnsemble read(String fileName, byte[] model) {
        if (!readable(fileName)) {
            throw new TreeFormatException("no tree format is called " + fileName);
        }
        return XgboostModelReader.read(model);
    }
}
