/**
 * What a model learns to predict, each label with the index where its information ends.
 */
@NullMarked
package io.tradewind.market.label;

import org.jspecify.annotations.NullMarked;
