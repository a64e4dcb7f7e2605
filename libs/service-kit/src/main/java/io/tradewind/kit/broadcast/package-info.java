/** Topics read whole by every process, for state that is kept in memory. */
@NullMarked
package io.tradewind.kit.broadcast;

import org.jspecify.annotations.NullMarked;
