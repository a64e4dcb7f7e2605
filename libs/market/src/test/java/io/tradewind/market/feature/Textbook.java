package io.tradewind.market.feature;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

import io.tradewind.market.candle.CandleSeries;

/**
 * Indicators as a textbook writes them down: each row from scratch, a loop over its window, no cleverness.
 *
 * <p>Functions of a row are only asked for rows from the feature's lookback on.
 */
final class Textbook {
    private final CandleSeries s;
    private final double[] o;
    private final double[] h;
    private final double[] l;
    private final double[] c;
    private final double[] v;
    private final int n;

    Textbook(CandleSeries series) {
        s = series;
        o = series.opens();
        h = series.highs();
        l = series.lows();
        c = series.closes();
        v = series.volumes();
        n = series.size();
    }

    Map<String, IntToDoubleFunction> features() {
        Map<String, IntToDoubleFunction> all = new LinkedHashMap<>();
        averages(all);
        momentum(all);
        volumes(all);
        statistics(all);
        volatility(all);
        for (int d : new int[] {5, 10, 20, 30, 60}) {
            alphaPrice(all, d);
            alphaVolume(all, d);
        }
        return all;
    }

    private void averages(Map<String, IntToDoubleFunction> all) {
        for (int w : new int[] {5, 10, 20, 50, 100, 200}) {
            all.put("sma_" + w, i -> mean(c, i, w));
            double[] ema = ema(c, 0, w);
            all.put("ema_" + w, i -> ema[i]);
            all.put("ema_" + w + "_distance", i -> c[i] / ema[i] - 1);
        }
        all.put("stddev_20", i -> Math.sqrt(squares(c, i, 20) / 20));
        all.put("bb_upper", i -> mean(c, i, 20) + 2 * Math.sqrt(squares(c, i, 20) / 20));
        all.put("bb_lower", i -> mean(c, i, 20) - 2 * Math.sqrt(squares(c, i, 20) / 20));
        double[] slow = ema(c, 0, 26);
        double[] fast = ema(c, 14, 12);
        double[] macd = new double[n];
        Arrays.setAll(macd, i -> fast[i] - slow[i]);
        double[] signal = ema(macd, 25, 9);
        all.put("macd", i -> macd[i]);
        all.put("macd_signal", i -> signal[i]);
        all.put("macd_hist", i -> macd[i] - signal[i]);
        double[] kama = c.clone();
        for (int i = 30; i < n; i++) {
            double path = 0;
            for (int j = i - 29; j <= i; j++) {
                path += Math.abs(c[j] - c[j - 1]);
            }
            double er = path == 0 ? 1 : Math.abs(c[i] - c[i - 30]) / path;
            double k = Math.pow(er * (2.0 / 3 - 2.0 / 31) + 2.0 / 31, 2);
            kama[i] = kama[i - 1] + k * (c[i] - kama[i - 1]);
        }
        all.put("kama_30", i -> kama[i]);
    }

    private void momentum(Map<String, IntToDoubleFunction> all) {
        all.put("roc_10", i -> 100 * (c[i] - c[i - 10]) / c[i - 10]);
        all.put("mom_10", i -> c[i] - c[i - 10]);
        all.put(
                "willr_14",
                i -> top(h, i, 14) == low(l, i, 14)
                        ? 0
                        : -100 * (top(h, i, 14) - c[i]) / (top(h, i, 14) - low(l, i, 14)));
        double[] fastK = new double[n];
        for (int i = 13; i < n; i++) {
            double range = top(h, i, 14) - low(l, i, 14);
            fastK[i] = range == 0 ? 0 : 100 * (c[i] - low(l, i, 14)) / range;
        }
        all.put("stoch_k", i -> mean(fastK, i, 3));
        all.put("stoch_d", i -> (mean(fastK, i, 3) + mean(fastK, i - 1, 3) + mean(fastK, i - 2, 3)) / 3);
        double[] gains = new double[n];
        double[] losses = new double[n];
        double[] ranges = new double[n];
        for (int i = 1; i < n; i++) {
            gains[i] = Math.max(0, c[i] - c[i - 1]);
            losses[i] = Math.max(0, c[i - 1] - c[i]);
            ranges[i] = Math.max(h[i], c[i - 1]) - Math.min(l[i], c[i - 1]);
        }
        double[] gain = wilder(gains, 14);
        double[] loss = wilder(losses, 14);
        double[] atr = wilder(ranges, 14);
        all.put("rsi_14", i -> gain[i] + loss[i] == 0 ? 0 : 100 * gain[i] / (gain[i] + loss[i]));
        all.put("atr_14", i -> atr[i]);
        double[] typical = typical();
        all.put("cci_20", i -> {
            double mean = mean(typical, i, 20);
            double deviation = 0;
            for (int j = i - 19; j <= i; j++) {
                deviation += Math.abs(typical[j] - mean) / 20;
            }
            return deviation < 1e-14 * mean ? 0 : (typical[i] - mean) / (0.015 * deviation);
        });
        all.put("aroon_up_25", i -> 100.0 * (25 - newestTop(h, i, 26)) / 25);
        all.put(
                "ultosc_7_14_28",
                i -> 100 * (4 * pressure(ranges, i, 7) + 2 * pressure(ranges, i, 14) + pressure(ranges, i, 28)) / 7);
        all.put("linreg_slope_14", i -> slope(c, i, 14));
    }

    private double pressure(double[] ranges, int i, int w) {
        double bought = 0;
        double ranged = 0;
        for (int j = i - w + 1; j <= i; j++) {
            bought += c[j] - Math.min(l[j], c[j - 1]);
            ranged += ranges[j];
        }
        return ranged == 0 ? 0 : bought / ranged;
    }

    private void volumes(Map<String, IntToDoubleFunction> all) {
        double[] typical = typical();
        double[] obv = new double[n];
        double[] ad = new double[n];
        for (int i = 0; i < n; i++) {
            obv[i] = i == 0 ? v[0] : obv[i - 1] + Math.signum(c[i] - c[i - 1]) * v[i];
            ad[i] = (i == 0 ? 0 : ad[i - 1]) + flow(i);
        }
        all.put("obv", i -> obv[i]);
        all.put("ad", i -> ad[i]);
        all.put("mfi_14", i -> {
            double up = 0;
            double down = 0;
            for (int j = i - 13; j <= i; j++) {
                up += typical[j] > typical[j - 1] ? typical[j] * v[j] : 0;
                down += typical[j] < typical[j - 1] ? typical[j] * v[j] : 0;
            }
            return up + down == 0 ? 0 : 100 * up / (up + down);
        });
        all.put("vwap_20", i -> {
            double money = 0;
            for (int j = i - 19; j <= i; j++) {
                money += typical[j] * v[j];
            }
            double volume = 20 * mean(v, i, 20);
            return volume == 0 ? mean(typical, i, 20) : money / volume;
        });
        all.put("volume_ratio_20", i -> mean(v, i, 20) == 0 ? 1 : v[i] / mean(v, i, 20));
    }

    private double flow(int i) {
        return h[i] == l[i] ? 0 : (2 * c[i] - h[i] - l[i]) / (h[i] - l[i]) * v[i];
    }

    private void statistics(Map<String, IntToDoubleFunction> all) {
        double[] r = returns();
        for (int w : new int[] {5, 10, 20, 50}) {
            all.put("return_mean_" + w, i -> mean(r, i, w));
            all.put("volatility_" + w, i -> Math.sqrt(squares(r, i, w) / (w - 1)));
            all.put("return_skew_" + w, i -> standardMoment(r, i, w, 3));
            all.put("return_kurtosis_" + w, i -> {
                double moment = standardMoment(r, i, w, 4);
                return moment == 0 ? 0 : moment - 3;
            });
        }
    }

    private void volatility(Map<String, IntToDoubleFunction> all) {
        all.put("parkinson_20", i -> {
            double sum = 0;
            for (int j = i - 19; j <= i; j++) {
                sum += Math.pow(Math.log(h[j] / l[j]), 2);
            }
            return Math.sqrt(sum / 20 / (4 * Math.log(2)));
        });
        all.put("yang_zhang_20", i -> {
            double[] gap = new double[n];
            double[] body = new double[n];
            double rs = 0;
            for (int j = i - 19; j <= i; j++) {
                gap[j] = Math.log(o[j] / c[j - 1]);
                body[j] = Math.log(c[j] / o[j]);
                rs += (Math.log(h[j] / o[j]) * Math.log(h[j] / c[j]) + Math.log(l[j] / o[j]) * Math.log(l[j] / c[j]))
                        / 20;
            }
            double k = 0.34 / (1.34 + 21.0 / 19);
            return Math.sqrt(squares(gap, i, 20) / 19 + k * squares(body, i, 20) / 19 + (1 - k) * Math.max(0, rs));
        });
    }

    private void alphaPrice(Map<String, IntToDoubleFunction> all, int d) {
        all.put("ROC" + d, i -> c[i - d] / c[i]);
        all.put("MA" + d, i -> mean(c, i, d) / c[i]);
        all.put("STD" + d, i -> Math.sqrt(squares(c, i, d) / (d - 1)) / c[i]);
        all.put("BETA" + d, i -> slope(c, i, d) / c[i]);
        all.put("RSQR" + d, i -> {
            double total = squares(c, i, d);
            double spread = d * (d * (double) d - 1) / 12;
            return total == 0 ? 0 : Math.pow(slope(c, i, d), 2) * spread / total;
        });
        all.put("RESI" + d, i -> (c[i] - mean(c, i, d) - slope(c, i, d) * (d - 1) / 2) / c[i]);
        all.put("MAX" + d, i -> top(h, i, d) / c[i]);
        all.put("MIN" + d, i -> low(l, i, d) / c[i]);
        all.put("QTLU" + d, i -> quantile(i, d, 0.8) / c[i]);
        all.put("QTLD" + d, i -> quantile(i, d, 0.2) / c[i]);
        all.put("RANK" + d, i -> {
            double rank = 0.5;
            for (int j = i - d + 1; j <= i; j++) {
                rank += c[j] < c[i] ? 1 : c[j] == c[i] ? 0.5 : 0;
            }
            return rank / d;
        });
        all.put("IMAX" + d, i -> (oldestTop(h, i, d, 1) + 1) / (double) d);
        all.put("IMIN" + d, i -> (oldestTop(l, i, d, -1) + 1) / (double) d);
        all.put("CNTP" + d, i -> share(i, d, 1));
        all.put("CNTN" + d, i -> share(i, d, -1));
        all.put("SUMP" + d, i -> moves(c, i, d));
    }

    private void alphaVolume(Map<String, IntToDoubleFunction> all, int d) {
        double[] logVolume = new double[n];
        double[] priceChange = new double[n];
        double[] volumeChange = new double[n];
        double[] moved = new double[n];
        for (int i = 0; i < n; i++) {
            logVolume[i] = Math.log(v[i] + 1);
            if (i > 0) {
                priceChange[i] = c[i] / c[i - 1];
                volumeChange[i] = Math.log((v[i - 1] == 0 ? 1 : v[i] / v[i - 1]) + 1);
                moved[i] = Math.abs(c[i] / c[i - 1] - 1) * v[i];
            }
        }
        all.put("CORR" + d, i -> correlation(c, logVolume, i, d));
        all.put("CORD" + d, i -> correlation(priceChange, volumeChange, i, d));
        all.put("VMA" + d, i -> v[i] == 0 ? 0 : mean(v, i, d) / v[i]);
        all.put("VSTD" + d, i -> v[i] == 0 ? 0 : Math.sqrt(squares(v, i, d) / (d - 1)) / v[i]);
        all.put(
                "WVMA" + d,
                i -> mean(moved, i, d) == 0 ? 0 : Math.sqrt(squares(moved, i, d) / (d - 1)) / mean(moved, i, d));
        all.put("VSUMP" + d, i -> moves(v, i, d));
    }

    private double correlation(double[] x, double[] y, int i, int w) {
        double mx = mean(x, i, w);
        double my = mean(y, i, w);
        double xy = 0;
        for (int j = i - w + 1; j <= i; j++) {
            xy += (x[j] - mx) * (y[j] - my);
        }
        double scale = Math.sqrt(squares(x, i, w) * squares(y, i, w));
        return scale == 0 ? 0 : xy / scale;
    }

    private double moves(double[] x, int i, int d) {
        double up = 0;
        double all = 0;
        for (int j = i - d + 1; j <= i; j++) {
            up += Math.max(0, x[j] - x[j - 1]);
            all += Math.abs(x[j] - x[j - 1]);
        }
        return all == 0 ? 0 : up / all;
    }

    private double share(int i, int d, int sign) {
        double count = 0;
        for (int j = i - d + 1; j <= i; j++) {
            count += Math.signum(c[j] - c[j - 1]) == sign ? 1 : 0;
        }
        return count / d;
    }

    private double quantile(int i, int d, double q) {
        double[] sorted = Arrays.copyOfRange(c, i - d + 1, i + 1);
        Arrays.sort(sorted);
        double at = (d - 1) * q;
        int below = (int) at;
        return sorted[below] + (at - below) * (sorted[Math.min(below + 1, d - 1)] - sorted[below]);
    }

    private double standardMoment(double[] x, int i, int w, int power) {
        double variance = squares(x, i, w) / w;
        double mean = mean(x, i, w);
        double sum = 0;
        for (int j = i - w + 1; j <= i; j++) {
            sum += Math.pow(x[j] - mean, power) / w;
        }
        return variance < 1e-28 * mean * mean || variance == 0 ? 0 : sum / Math.pow(variance, power / 2.0);
    }

    private double[] returns() {
        double[] r = new double[n];
        for (int i = 1; i < n; i++) {
            r[i] = Math.log(c[i] / c[i - 1]);
        }
        return r;
    }

    private double[] typical() {
        double[] typical = new double[n];
        Arrays.setAll(typical, i -> (h[i] + l[i] + c[i]) / 3);
        return typical;
    }

    private double[] ema(double[] x, int first, int w) {
        double[] ema = new double[n];
        for (int i = first + w - 1; i < n; i++) {
            ema[i] = i == first + w - 1 ? mean(x, i, w) : ema[i - 1] + 2.0 / (w + 1) * (x[i] - ema[i - 1]);
        }
        return ema;
    }

    private double[] wilder(double[] x, int w) {
        double[] average = new double[n];
        for (int i = w; i < n; i++) {
            average[i] = i == w ? mean(x, i, w) : (average[i - 1] * (w - 1) + x[i]) / w;
        }
        return average;
    }

    private static double mean(double[] x, int i, int w) {
        double sum = 0;
        for (int j = i - w + 1; j <= i; j++) {
            sum += x[j];
        }
        return sum / w;
    }

    /** Squared deviations from the mean; none when all values are the same. */
    private static double squares(double[] x, int i, int w) {
        double mean = mean(x, i, w);
        boolean same = true;
        double sum = 0;
        for (int j = i - w + 1; j <= i; j++) {
            sum += (x[j] - mean) * (x[j] - mean);
            same &= x[j] == x[i];
        }
        return same ? 0 : sum;
    }

    private static double slope(double[] x, int i, int w) {
        double mean = mean(x, i, w);
        double top = 0;
        double bottom = 0;
        for (int j = 0; j < w; j++) {
            double t = j - (w - 1) / 2.0;
            top += t * (x[i - w + 1 + j] - mean);
            bottom += t * t;
        }
        return top / bottom;
    }

    private static double top(double[] x, int i, int w) {
        return Arrays.stream(x, i - w + 1, i + 1).max().orElseThrow();
    }

    private static double low(double[] x, int i, int w) {
        return Arrays.stream(x, i - w + 1, i + 1).min().orElseThrow();
    }

    private static int newestTop(double[] x, int i, int w) {
        int best = i;
        for (int j = i - 1; j > i - w; j--) {
            best = x[j] > x[best] ? j : best;
        }
        return i - best;
    }

    private static int oldestTop(double[] x, int i, int w, int sign) {
        int first = i - w + 1;
        int best = first;
        for (int j = first; j <= i; j++) {
            best = sign * x[j] > sign * x[best] ? j : best;
        }
        return best - first;
    }
}
