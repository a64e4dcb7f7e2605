/** Native and other blocking calls on bounded pools of their own. */
@NullMarked
package io.tradewind.kit.nativecall;

import org.jspecify.annotations.NullMarked;
