/**
 * What runs inside a worker process: one training from the files of its folder to a bundle in it. It has no database, no
 * network and no Quarkus.
 */
@NullMarked
package io.tradewind.training.worker.trainer;

import org.jspecify.annotations.NullMarked;
