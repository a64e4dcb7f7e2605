/**
 * The activity log: who changed what of a model, from what to what. Owns the append-only table {@code activity};
 * publishes nothing of its own, because every entry is written in the transaction of the change it describes.
 */
@NullMarked
package io.tradewind.registry.activity;

import org.jspecify.annotations.NullMarked;
