/** Errors as RFC 9457 problem documents: one enum of codes, one exception, one mapper for everything that goes wrong. */
@NullMarked
package io.tradewind.kit.problem;

import org.jspecify.annotations.NullMarked;
