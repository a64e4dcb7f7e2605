package io.tradewind.launcher.status;

import org.jspecify.annotations.Nullable;

/**
 * One process.
 *
 * @param address URL of a service, host and port of a store
 * @param memoryBytes with its children; memory shared by several counts in part for each
 * @param uptimeMillis since its last start; 0 when it does not run
 * @param startMillis how long its last start took until it was ready; 0 before
 * @param restarts how often it was started again after it had died
 * @param reason why it is not ready; null when it is
 */
public record ProcessStatus(
        String name,
        ProcessState state,
        @Nullable Long pid,
        int port,
        String address,
        long memoryBytes,
        long uptimeMillis,
        long startMillis,
        int restarts,
        @Nullable String reason) {}
