package io.tradewind.experiment;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tradewind.testkit.ContainersProfile;
import io.tradewind.testkit.RequiresDocker;

@QuarkusTest
@TestProfile(ContainersProfile.class)
@RequiresDocker
class ExperimentFlowContainersIT extends ExperimentFlow {}
