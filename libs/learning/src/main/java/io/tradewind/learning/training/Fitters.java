package io.tradewind.learning.training;

import io.tradewind.learning.boosting.LightgbmFitter;
import io.tradewind.learning.boosting.XgboostFitter;
import io.tradewind.learning.fit.ModelFitter;
import io.tradewind.learning.network.NetworkFitter;

/** Which fitter trains which architecture; only the chosen one's native library is loaded. */
final class Fitters {

    private Fitters() {}

    static ModelFitter of(String architecture) {
        return switch (architecture) {
            case "LSTM", "GRU", "CNN", "TRANSFORMER", "MLP", "PATTERN_CNN" -> new NetworkFitter();
            case "XGBOOST" -> new XgboostFitter();
            case "LIGHTGBM" -> new LightgbmFitter(false);
            case "RANDOM_FOREST" -> new LightgbmFitter(true);
            default -> throw new IllegalArgumentException("nothing trains " + architecture);
        };
    }
}
