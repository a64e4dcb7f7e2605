package io.tradewind.testkit.bad.alpha;

import io.tradewind.testkit.bad.beta.PriceRules;
import org.jspecify.annotations.Nullable;

/** Closes a cycle on purpose. */
public record Cause(@Nullable PriceRules rules) {}
