package io.tradewind.monitoring;

import io.tradewind.testkit.ServiceArchitectureRules;

class ArchitectureTest extends ServiceArchitectureRules {}
