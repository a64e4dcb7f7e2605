/** Keys, passwords and tokens: made at random on first use, kept where only their owner reads them. */
@NullMarked
package io.tradewind.launcher.secret;

import org.jspecify.annotations.NullMarked;
