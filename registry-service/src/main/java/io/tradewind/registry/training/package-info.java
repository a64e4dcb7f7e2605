/**
 * What training jobs mean for their models: one that runs puts its model into TRAINING, and one that ends takes it out
 * again. Owns nothing of its own; consumes {@code tradewind.training} and publishes through the model.
 */
@NullMarked
package io.tradewind.registry.training;

import org.jspecify.annotations.NullMarked;
