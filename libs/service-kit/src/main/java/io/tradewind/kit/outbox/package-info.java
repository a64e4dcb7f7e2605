/** Events written in the transaction of the state they speak of, and published from there in order. */
@NullMarked
package io.tradewind.kit.outbox;

import org.jspecify.annotations.NullMarked;
