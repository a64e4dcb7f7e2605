/**
 * The two doors candles come in by: files over HTTP, each stored as a whole or not at all and answered with a report, and
 * closed candles on {@code tradewind.candles}. It writes the tables that {@code candle} reads and leaves what a file
 * brought to {@code publication}.
 */
@NullMarked
package io.tradewind.training.intake;

import org.jspecify.annotations.NullMarked;
