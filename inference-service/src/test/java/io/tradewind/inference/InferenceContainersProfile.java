package io.tradewind.inference;

import java.util.List;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.tradewind.inference.fixture.RegistryFace;
import io.tradewind.testkit.ContainerBackends;

/** PostgreSQL and Kafka in containers, with the registry's face beside them. */
public final class InferenceContainersProfile implements QuarkusTestProfile {

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(ContainerBackends.class), new TestResourceEntry(RegistryFace.class));
    }
}
