/** A small application on the kit, for the kit's own tests. */
@NullMarked
package io.tradewind.kit.app;

import org.jspecify.annotations.NullMarked;
