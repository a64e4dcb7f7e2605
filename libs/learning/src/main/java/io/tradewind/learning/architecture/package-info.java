/** Which model architectures there are, what they are for, and which parameters in which ranges each takes. */
@NullMarked
package io.tradewind.learning.architecture;

import org.jspecify.annotations.NullMarked;
