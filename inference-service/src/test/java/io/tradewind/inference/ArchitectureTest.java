package io.tradewind.inference;

import io.tradewind.testkit.ServiceArchitectureRules;

class ArchitectureTest extends ServiceArchitectureRules {}
