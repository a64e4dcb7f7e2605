package io.tradewind.training;

import io.quarkus.test.junit.QuarkusTest;
import io.tradewind.training.support.TrainingService;

@QuarkusTest
@TrainingService
class TrainingFlowIT extends TrainingFlow {}
