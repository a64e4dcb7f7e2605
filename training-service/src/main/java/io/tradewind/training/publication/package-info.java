/**
 * Puts the candles an import brought on {@code tradewind.candles}, as history and in the order of their times, so that
 * inference can fill its feature windows. How far it has come stands in the import's row: a restart goes on there.
 */
@NullMarked
package io.tradewind.training.publication;

import org.jspecify.annotations.NullMarked;
