package io.tradewind.inference;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tradewind.testkit.RequiresDocker;

@RequiresDocker
@QuarkusTest
@TestProfile(InferenceContainersProfile.class)
class InferenceFlowContainersIT extends InferenceFlow {}
