/**
 * Keeps the processes of a fleet alive: starts them in order, restarts what dies, gives up on what dies too often, and
 * stops them in order. Runs in a small JVM of its own that outlives the command which started it.
 */
@NullMarked
package io.tradewind.launcher.supervise;

import org.jspecify.annotations.NullMarked;
