/** A real PostgreSQL server as a child process, with one role and schema per service. */
@NullMarked
package io.tradewind.embedded.postgres;

import org.jspecify.annotations.NullMarked;
