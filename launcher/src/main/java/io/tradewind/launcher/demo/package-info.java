/**
 * The main job from one command: import, train, evaluate, deploy, experiment, replay, results. A client of the fleet's
 * public REST API and of Kafka, and of nothing else.
 */
@NullMarked
package io.tradewind.launcher.demo;

import org.jspecify.annotations.NullMarked;
