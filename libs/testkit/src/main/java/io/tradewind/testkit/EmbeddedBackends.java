package io.tradewind.testkit;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Embedded PostgreSQL and Kafka for Quarkus tests: {@code @WithTestResource(EmbeddedBackends.class)}.
 *
 * <p>Both start once per JVM and go with it. The service under test gets a role and a schema as in the fleet, the public
 * key {@link TestTokens} signs for, and a service token of its own.
 */
public final class EmbeddedBackends implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return ServiceSettings.of(SharedServers.database(ServiceSettings.schema()), SharedServers.kafka());
    }

    @Override
    public void stop() {
        // The next application of this JVM uses the same servers; they end with the JVM.
    }
}
