/** What people see: lines, progress and tables, on a terminal or in a file. */
@NullMarked
package io.tradewind.launcher.screen;

import org.jspecify.annotations.NullMarked;
