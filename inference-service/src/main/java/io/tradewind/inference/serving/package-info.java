/**
 * What this replica knows of models and which of their versions it holds in memory. A version is used through a
 * lease, so that its native memory is freed only after the last request that uses it has finished.
 */
@NullMarked
package io.tradewind.inference.serving;

import org.jspecify.annotations.NullMarked;
