package io.tradewind.launcher.coverage;

/**
 * Lines of a module its own tests have run.
 *
 * @param lines lines that hold code, at least 0
 */
public record ModuleCoverage(String module, int covered, int lines) {

    /** Share of the lines in [0, 1]; 1 for a module without code. */
    public double share() {
        return lines == 0 ? 1 : (double) covered / lines;
    }
}
