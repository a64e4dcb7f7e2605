package io.tradewind.registry.bundle;

import io.tradewind.registry.version.Versions;

/** What came of checking a bundle. */
sealed interface Verification {

    /** Everything is as its manifest says, and as the model wants it. */
    record Passed(Versions.Verified bundle) implements Verification {}

    /** Something is not. */
    record Refused(String reason) implements Verification {}
}
