/** Loopback ports: whether one is free, and which are. */
@NullMarked
package io.tradewind.embedded.port;

import org.jspecify.annotations.NullMarked;
