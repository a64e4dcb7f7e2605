/** The fleet of one home as the commands see it: brought up, asked, taken down. */
@NullMarked
package io.tradewind.launcher.fleet;

import org.jspecify.annotations.NullMarked;
