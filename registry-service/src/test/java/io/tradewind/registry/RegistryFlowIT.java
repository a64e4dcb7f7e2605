package io.tradewind.registry;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RegistryIT
class RegistryFlowIT extends RegistryFlow {}
