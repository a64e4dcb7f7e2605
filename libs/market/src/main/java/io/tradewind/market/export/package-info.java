/**
 * Features and their catalogue as files: CSV for other tools, a page for readers.
 */
@NullMarked
package io.tradewind.market.export;

import org.jspecify.annotations.NullMarked;
