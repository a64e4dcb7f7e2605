package io.tradewind.experiment;

import io.tradewind.testkit.ServiceArchitectureRules;

class ArchitectureTest extends ServiceArchitectureRules {}
