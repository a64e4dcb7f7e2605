/** What the tests of this service share. */
@NullUnmarked
package io.tradewind.training.support;

import org.jspecify.annotations.NullUnmarked;
