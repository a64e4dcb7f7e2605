package io.tradewind.registry;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tradewind.testkit.ContainersProfile;
import io.tradewind.testkit.RequiresDocker;

/** The same flow on the containers that production uses. */
@QuarkusTest
@TestProfile(ContainersProfile.class)
@WithTestResource(TemporaryStorage.class)
@RequiresDocker
class RegistryFlowContainersIT extends RegistryFlow {}
