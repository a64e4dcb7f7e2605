/** Request ids and W3C trace context, from HTTP through events and on. */
@NullMarked
package io.tradewind.kit.trace;

import org.jspecify.annotations.NullMarked;
