/**
 * What this service asks of the registry: the model a job is for, and that a finished bundle becomes one of its versions.
 * Everything here can be repeated; a registry that is away is waited for, one that refuses is believed.
 */
@NullMarked
package io.tradewind.training.registration;

import org.jspecify.annotations.NullMarked;
