/** The envelope side of events: what every event record can say of itself, and the catalogue of all of them. */
@NullMarked
package io.tradewind.contracts.event;

import org.jspecify.annotations.NullMarked;
