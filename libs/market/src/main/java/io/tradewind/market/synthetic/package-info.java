/**
 * A seeded market with a documented, attainable edge, for tests and first steps without data.
 */
@NullMarked
package io.tradewind.market.synthetic;

import org.jspecify.annotations.NullMarked;
