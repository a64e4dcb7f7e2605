package io.tradewind.contracts.model;

/** How far inference has followed the deployment that was asked for. */
public enum DeploymentStatus {
    NONE,
    /** A target is set; not every live replica serves it yet. */
    DEPLOYING,
    /** Every live replica serves the target. */
    ACTIVE,
    /** The target could not be loaded; what was active before goes on serving. */
    FAILED
}
