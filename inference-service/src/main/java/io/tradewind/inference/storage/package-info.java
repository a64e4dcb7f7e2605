/**
 * The directory in which this replica keeps what must survive its restart: bundles, the last known deployments, the
 * prediction journal and the live cursor. One process owns a directory at a time.
 */
@NullMarked
package io.tradewind.inference.storage;

import org.jspecify.annotations.NullMarked;
