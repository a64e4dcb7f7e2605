package io.tradewind.contracts.model;

/** Where a model stands in its life. */
public enum ModelStatus {
    DRAFT,
    TRAINING,
    READY,
    ACTIVE,
    ARCHIVED,
    /** Gone for its users; published once so that projections drop it. */
    DELETED
}
