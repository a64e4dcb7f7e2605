/** What a fleet says of itself, and how it is asked. */
@NullMarked
package io.tradewind.launcher.status;

import org.jspecify.annotations.NullMarked;
