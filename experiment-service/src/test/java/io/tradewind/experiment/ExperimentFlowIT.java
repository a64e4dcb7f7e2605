package io.tradewind.experiment;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@ExperimentIT
class ExperimentFlowIT extends ExperimentFlow {}
