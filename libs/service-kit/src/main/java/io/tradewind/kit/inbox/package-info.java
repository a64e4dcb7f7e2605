/** Events consumed exactly once: their offset is stored in the transaction of what they changed. */
@NullMarked
package io.tradewind.kit.inbox;

import org.jspecify.annotations.NullMarked;
