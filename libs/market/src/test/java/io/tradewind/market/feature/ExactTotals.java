package io.tradewind.market.feature;

/** OBV and A/D with every addition's rounding error carried along (Knuth's two-sum): exact to some thirty digits. */
final class ExactTotals {
    private final double[] obv = new double[2];
    private final double[] ad = new double[2];
    private double lastClose = Double.NaN;

    void add(RoughMarket market) {
        double way = Double.isNaN(lastClose) ? 1 : Math.signum(market.close - lastClose);
        lastClose = market.close;
        add(obv, way * market.volume);
        double range = market.high - market.low;
        double place = (market.close - market.low) - (market.high - market.close);
        add(ad, range > 0 ? place / range * market.volume : 0);
    }

    private static void add(double[] total, double value) {
        double sum = total[0] + value;
        double share = sum - total[0];
        total[1] += (total[0] - (sum - share)) + (value - share);
        total[0] = sum;
    }

    /** How far off a total is, relative to it. */
    double drift(String feature, double value) {
        double[] total = feature.equals("obv") ? obv : ad;
        return Math.abs((value - total[0]) - total[1]) / Math.abs(total[0]);
    }
}
