/**
 * The fleet as its users meet it: started by {@code ./fleet}, spoken to over REST and Kafka, killed in the middle of its
 * work. Nothing here looks into a service's schema or classes.
 */
@NullMarked
package io.tradewind.system;

import org.jspecify.annotations.NullMarked;
