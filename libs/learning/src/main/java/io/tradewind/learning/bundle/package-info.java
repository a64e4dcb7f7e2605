/** The open, digest-verified folder a trained model is stored and shipped in; loads no native library. */
@NullMarked
package io.tradewind.learning.bundle;

import org.jspecify.annotations.NullMarked;
