package io.tradewind.registry;

import io.tradewind.testkit.ServiceArchitectureRules;

class ArchitectureTest extends ServiceArchitectureRules {}
