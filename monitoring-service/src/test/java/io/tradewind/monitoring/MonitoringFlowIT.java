package io.tradewind.monitoring;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tradewind.testkit.EmbeddedBackends;

@QuarkusTest
@WithTestResource(value = EmbeddedBackends.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeRegistry.class, scope = TestResourceScope.GLOBAL)
class MonitoringFlowIT extends MonitoringFlow {}
