package io.tradewind.training.registration;

/** How the attempt to make a bundle a version of its model ended. */
public sealed interface Registration {

    /** The version is READY. */
    record Registered(int version, String bundleDigest) implements Registration {}

    /** The registry will not have it, now or later. */
    record Refused(String reason) implements Registration {}

    /** The registry was away for longer than it is waited for. */
    record Unreachable(String reason) implements Registration {}

    /** Whoever asked does not want it any more. */
    record Abandoned() implements Registration {}
}
