/**
 * Models: what their owners say of them, where they stand in their life, and the one way to change either. Owns the
 * table {@code model}; publishes {@link io.tradewind.contracts.model.ModelChanged} on {@code tradewind.models} with
 * every change, in the transaction of the change, together with an entry in the activity log.
 *
 * <p>Commands run as SQL on the connection that inbox and outbox use too, so that a request and an event from another
 * service change a model in exactly the same way; queries go through Hibernate Reactive with Panache.
 */
@NullMarked
package io.tradewind.registry.model;

import org.jspecify.annotations.NullMarked;
