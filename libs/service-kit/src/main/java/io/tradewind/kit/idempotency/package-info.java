/** Requests that may be sent again: the answer of the first is the answer of all. */
@NullMarked
package io.tradewind.kit.idempotency;

import org.jspecify.annotations.NullMarked;
