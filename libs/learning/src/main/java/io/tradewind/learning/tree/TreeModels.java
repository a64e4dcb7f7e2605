package io.tradewind.learning.tree;

/** Reads tree models by the name of their file. */
public final class TreeModels {

    private static final String XGBOOST = ".json";
    private static final String LIGHTGBM = ".txt";

    private TreeModels() {}

    /** Whether files of that name hold trees. */
    public static boolean readable(String fileName) {
        return fileName.endsWith(XGBOOST) || fileName.endsWith(LIGHTGBM);
    }

    /**
     * The trees.
     *
     * @throws TreeFormatException if they cannot be read, with the reason
     */
    public static TreeEnsemble read(String fileName, byte[] model) {
        if (fileName.endsWith(XGBOOST)) {
            return XgboostModelReader.read(model);
        }
        if (fileName.endsWith(LIGHTGBM)) {
            return LightgbmModelReader.read(model);
        }
        throw new TreeFormatException("no tree format is called " + fileName);
    }
}
