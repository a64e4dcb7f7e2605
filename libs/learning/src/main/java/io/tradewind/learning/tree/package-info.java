/** Decision-tree ensembles as flat arrays, read from the open formats of the libraries that grow them; pure Java. */
@NullMarked
package io.tradewind.learning.tree;

import org.jspecify.annotations.NullMarked;
