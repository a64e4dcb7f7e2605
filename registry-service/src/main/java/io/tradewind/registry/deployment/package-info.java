/**
 * Deployments: which version of a model is to be served, decided by compare-and-set and gates, and which one is, as the
 * inference replicas report it. Owns the append-only table {@code deployment_history} and the deployment part of a
 * model's row; publishes {@code DEPLOYMENT_REQUESTED}, {@code DEPLOYMENT_ACTIVE}, {@code DEPLOYMENT_FAILED} and
 * {@code UNDEPLOYED} with the model; consumes {@code tradewind.inference}.
 */
@NullMarked
package io.tradewind.registry.deployment;

import org.jspecify.annotations.NullMarked;
