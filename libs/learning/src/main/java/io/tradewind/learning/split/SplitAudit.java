package io.tradewind.learning.split;

import java.util.List;

/**
 * How samples were divided, and what was left out so that no label reaches across.
 *
 * @param method chronological, walk-forward-expanding, walk-forward-rolling, purged-k-fold, combinatorial, declared-unseen where the
 *     owner of a foreign model says that it never saw the candles, or none
 * @param purgeBars bars a training label may not reach into judged rows; at least the label horizon
 * @param embargoBars further bars left out after judged rows
 */
public record SplitAudit(String method, int purgeBars, int embargoBars, List<Fold> folds) {

    /**
     * One fold.
     *
     * @param candidates samples outside the judged rows
     * @param purged of these, left out because their label reaches into judged rows
     * @param embargoed of these, left out because they follow judged rows too closely
     * @param training samples the model was fitted on
     * @param validation samples that stopped the training and fitted the calibration
     * @param test samples that judged it
     */
    public record Fold(
            String name, int candidates, int purged, int embargoed, int training, int validation, int test) {}

    public SplitAudit {
        folds = List.copyOf(folds);
    }
}
