package io.tradewind.training;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.tradewind.testkit.ContainerBackends;
import io.tradewind.testkit.RequiresDocker;
import io.tradewind.training.support.RegistryServer;

/** The same flow on PostgreSQL and Kafka in containers, where there is Docker. */
@QuarkusTest
@RequiresDocker
@TestProfile(TrainingFlowContainersIT.Containers.class)
class TrainingFlowContainersIT extends TrainingFlow {

    /** Containers in place of the embedded servers. */
    public static final class Containers implements QuarkusTestProfile {

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(ContainerBackends.class), new TestResourceEntry(RegistryServer.class));
        }
    }
}
