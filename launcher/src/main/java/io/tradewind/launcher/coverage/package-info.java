/**
 * Line coverage of each module after its tests. Quarkus changes classes while it loads them, so that JaCoCo's own report
 * takes them for others and counts their lines as missed; here every version of a class that ran is added up.
 */
@NullMarked
package io.tradewind.launcher.coverage;

import org.jspecify.annotations.NullMarked;
