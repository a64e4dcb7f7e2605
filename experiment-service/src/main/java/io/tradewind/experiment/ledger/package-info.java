/** What each arm answered and what became of it. Owns exposures, assigned predictions and the arms' sufficient
 * statistics; consumes predictions and outcomes in whichever order they come, and counts each once. */
@NullMarked
package io.tradewind.experiment.ledger;

import org.jspecify.annotations.NullMarked;
