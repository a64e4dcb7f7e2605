/** Models, their versions and deployments as the registry publishes them, and what inference replicas report back. */
@NullMarked
package io.tradewind.contracts.model;

import org.jspecify.annotations.NullMarked;
