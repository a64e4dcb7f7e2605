/**
 * What replicas loaded, failed to load and unloaded, kept in PostgreSQL for people who look into an incident. Serving
 * neither reads nor waits for it. Publishes nothing.
 */
@NullMarked
package io.tradewind.inference.history;

import org.jspecify.annotations.NullMarked;
