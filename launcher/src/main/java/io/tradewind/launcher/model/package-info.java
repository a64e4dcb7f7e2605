/** Bringing models that others trained into the registry. */
@NullMarked
package io.tradewind.launcher.model;

import org.jspecify.annotations.NullMarked;
