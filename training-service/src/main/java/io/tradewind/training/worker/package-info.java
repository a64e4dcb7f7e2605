/**
 * The worker process as its parent sees it: how it is started, what it says, how it is stopped and what a service that
 * died left behind. A process per attempt, because native libraries leak and crash, and killing a process is the one
 * cancel that always works. It knows nothing of leases or the database.
 */
@NullMarked
package io.tradewind.training.worker;

import org.jspecify.annotations.NullMarked;
