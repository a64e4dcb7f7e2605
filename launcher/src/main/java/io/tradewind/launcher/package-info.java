/** The whole fleet on one machine, from one command: {@code ./fleet}. */
@NullMarked
package io.tradewind.launcher;

import org.jspecify.annotations.NullMarked;
