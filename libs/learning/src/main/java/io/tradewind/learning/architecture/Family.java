package io.tradewind.learning.architecture;

/** How a model of an architecture is stored and run. */
public enum Family {
    /** A neural network: trained on PyTorch, stored as ONNX. */
    NETWORK,
    /** Decision trees: stored in their library's open text format, walked as flat arrays. */
    TREES,
    /** Several models of the other families whose outputs are combined. */
    ENSEMBLE
}
