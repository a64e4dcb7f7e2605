/**
 * Running jobs: claiming one under a lease, keeping the lease, seeing its attempt through from candles to a registered
 * version, and picking up what others dropped. Whatever happens, a job ends in a last state with a reason, or is tried
 * again a limited number of times.
 */
@NullMarked
package io.tradewind.training.execution;

import org.jspecify.annotations.NullMarked;
