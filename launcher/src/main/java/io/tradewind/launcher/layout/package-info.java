/** Where everything of a fleet lies: its processes, their ports, and the files below its home. */
@NullMarked
package io.tradewind.launcher.layout;

import org.jspecify.annotations.NullMarked;
