package io.tradewind.testkit;

import java.util.List;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Runs a Quarkus test on containers: {@code @TestProfile(ContainersProfile.class) @RequiresDocker}. */
public final class ContainersProfile implements QuarkusTestProfile {

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(ContainerBackends.class));
    }
}
