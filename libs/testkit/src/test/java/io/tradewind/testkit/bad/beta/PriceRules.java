package io.tradewind.testkit.bad.beta;

import io.tradewind.registry.Foreign;
import io.tradewind.testkit.bad.alpha.Cause;
import jakarta.enterprise.inject.Vetoed;

/** Breaks rules on purpose: part of a cycle, foreign, not plain, in a package that says nothing. */
@Vetoed
public record PriceRules(Cause cause, Foreign foreign) {}
