package io.tradewind.training.registration;

import java.util.Map;

/** What became of a version that an earlier attempt at a job made. */
public sealed interface EarlierVersion {

    /** It is complete: only the news of it was lost. */
    record Ready(int version, String bundleDigest, Map<String, Object> evaluation) implements EarlierVersion {}

    /** It waits for its files. */
    record Open(int version) implements EarlierVersion {}

    /** It is of no use any more. */
    record Gone() implements EarlierVersion {}
}
