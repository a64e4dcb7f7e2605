package io.tradewind.market.definition;

/** A family of features that defines itself. */
@FunctionalInterface
public interface FeatureGroup {
    /** Adds its features. */
    void define(Definer definer);
}
