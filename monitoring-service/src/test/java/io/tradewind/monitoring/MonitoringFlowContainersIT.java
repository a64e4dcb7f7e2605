package io.tradewind.monitoring;

import java.util.List;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.tradewind.testkit.ContainersProfile;
import io.tradewind.testkit.RequiresDocker;

/** The same on containers, where Docker is there. */
@QuarkusTest
@TestProfile(MonitoringFlowContainersIT.Profile.class)
@RequiresDocker
class MonitoringFlowContainersIT extends MonitoringFlow {

    /** Containers, and the registry this flow needs beside them. */
    public static final class Profile implements QuarkusTestProfile {

        private final ContainersProfile containers = new ContainersProfile();

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return Stream.concat(
                            containers.testResources().stream(), Stream.of(new TestResourceEntry(FakeRegistry.class)))
                    .toList();
        }
    }
}
