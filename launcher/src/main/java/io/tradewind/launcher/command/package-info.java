/** What people type: one class for each command of {@code ./fleet}. */
@NullMarked
package io.tradewind.launcher.command;

import org.jspecify.annotations.NullMarked;
