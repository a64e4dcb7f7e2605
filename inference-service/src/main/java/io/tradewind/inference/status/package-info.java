/** What this replica serves, knows and waits for, to look at. Publishes nothing. */
@NullMarked
package io.tradewind.inference.status;

import org.jspecify.annotations.NullMarked;
