/**
 * Training jobs: asked for, checked before they are queued, looked at, followed live and cancelled. It owns the job's
 * states and their legal transitions; running a claimed job is {@code execution}'s. Every change of status publishes
 * {@code TrainingJobChanged}, every epoch {@code TrainingProgressed}, both from the transaction that stores them.
 */
@NullMarked
package io.tradewind.training.job;

import org.jspecify.annotations.NullMarked;
