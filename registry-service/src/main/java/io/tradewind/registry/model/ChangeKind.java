package io.tradewind.registry.model;

/** What can happen to a model, as the activity log and {@code ModelChanged.change} name it. */
public enum ChangeKind {
    CREATED,
    UPDATED,
    VERSION_CREATED,
    VERSION_READY,
    VERSION_FAILED,
    TRAINING_STARTED,
    TRAINING_ENDED,
    DEPLOYMENT_REQUESTED,
    DEPLOYMENT_ACTIVE,
    DEPLOYMENT_FAILED,
    UNDEPLOYED,
    ARCHIVED,
    RESTORED,
    DELETED
}
