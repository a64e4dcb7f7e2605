package io.tradewind.registry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.tradewind.contracts.model.ModelLoadFailed;
import io.tradewind.contracts.model.ModelLoaded;
import io.tradewind.contracts.model.ReplicaSeen;
import io.tradewind.testkit.TestEvents;

/** An inference replica, as far as the registry hears of it; it says goodbye when it is closed. */
public final class TestReplica implements AutoCloseable {
    private static final long FOR_LONG = 600_000;

    private final String id = "replica-" + UUID.randomUUID();

    private TestReplica() {}

    public static TestReplica started() {
        TestReplica replica = new TestReplica();
        replica.beat(FOR_LONG);
        return replica;
    }

    public String id() {
        return id;
    }

    public void beat(long heartbeatMillis, ReplicaSeen.Served... serving) {
        TestEvents.publish(new ReplicaSeen(id, List.of(serving), heartbeatMillis, false, Instant.now()));
    }

    public void loads(String model, int version, long revision) {
        TestEvents.publish(
                new ModelLoaded(id, UUID.fromString(model), version, "0".repeat(64), revision, 5, Instant.now()));
    }

    public void failsToLoad(String model, int version, long revision, String reason) {
        TestEvents.publish(new ModelLoadFailed(id, UUID.fromString(model), version, revision, reason, Instant.now()));
    }

    @Override
    public void close() {
        TestEvents.publish(new ReplicaSeen(id, List.of(), FOR_LONG, true, Instant.now()));
    }
}
