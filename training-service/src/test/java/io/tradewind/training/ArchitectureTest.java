package io.tradewind.training;

import io.tradewind.testkit.ServiceArchitectureRules;

class ArchitectureTest extends ServiceArchitectureRules {}
