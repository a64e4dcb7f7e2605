/**
 * Says again and again that this replica lives and what it serves, and last that it stops. Publishes
 * {@code ReplicaSeen}.
 */
@NullMarked
package io.tradewind.inference.replica;

import org.jspecify.annotations.NullMarked;
