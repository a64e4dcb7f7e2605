/** Keyset pages: limits, opaque cursors. */
@NullMarked
package io.tradewind.kit.paging;

import org.jspecify.annotations.NullMarked;
