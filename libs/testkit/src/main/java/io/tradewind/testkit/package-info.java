/**
 * What tests of services stand on: real PostgreSQL and Kafka, tokens, events on the broker, and the architecture rules.
 *
 * <p>State that a whole JVM shares (ports, the key pair) travels as system properties, because Quarkus loads the classes
 * of this package more than once in one JVM, by a class loader each.
 */
@NullMarked
package io.tradewind.testkit;

import org.jspecify.annotations.NullMarked;
