/** Tree ensembles grown by the native libraries and stored in the libraries' own open formats. */
@NullMarked
package io.tradewind.learning.boosting;

import org.jspecify.annotations.NullMarked;
