package io.tradewind.inference;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tradewind.inference.fixture.RegistryFace;
import io.tradewind.testkit.EmbeddedBackends;

@QuarkusTest
@WithTestResource(EmbeddedBackends.class)
@WithTestResource(RegistryFace.class)
class InferenceFlowIT extends InferenceFlow {}
