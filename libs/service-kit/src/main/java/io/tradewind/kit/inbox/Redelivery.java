package io.tradewind.kit.inbox;

/** Who keeps an event that was published twice, with the same id, from having its effect twice. */
public enum Redelivery {
    /** The inbox remembers event ids, in a table, for a day. */
    DROPPED,
    /** The handler, by an identity of its own such as the prediction's; for volumes at which the table would hurt. */
    LEFT_TO_HANDLER
}
