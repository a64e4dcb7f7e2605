/** How the kit runs things: work on Vert.x contexts, clean-up, database readiness. */
@NullMarked
package io.tradewind.kit.runtime;

import org.jspecify.annotations.NullMarked;
