/**
 * What services say to each other: topics, and in the packages beside this one the event records and the enums they
 * share. Fields are only ever added, and as optional; a golden JSON file pins every record.
 */
@NullMarked
package io.tradewind.contracts;

import org.jspecify.annotations.NullMarked;
