package io.tradewind.market.feature;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

import io.tradewind.market.candle.CandleSeries;

/** More of the textbook: what follows trends, counts from the beginning or reads costs from prices. */
final class TextbookTrend {
    private final double[] o;
    private final double[] h;
    private final double[] l;
    private final double[] c;
    private final double[] v;
    private final int n;

    TextbookTrend(CandleSeries series) {
        o = series.opens();
        h = series.highs();
        l = series.lows();
        c = series.closes();
        v = series.volumes();
        n = series.size();
    }

    Map<String, IntToDoubleFunction> features() {
        Map<String, IntToDoubleFunction> all = new LinkedHashMap<>();
        directional(all);
        stop(all);
        oscillators(all);
        ranges(all);
        costs(all);
        gaps(all);
        return all;
    }

    /** Wilder's own worksheet: sums of thirteen moves to begin with, then a fourteenth of each sum leaves. */
    private void directional(Map<String, IntToDoubleFunction> all) {
        double[] plus = new double[n];
        double[] minus = new double[n];
        double[] range = new double[n];
        for (int i = 1; i < n; i++) {
            double up = h[i] - h[i - 1];
            double down = l[i - 1] - l[i];
            double kept = i < 14 ? 1 : 13.0 / 14;
            plus[i] = plus[i - 1] * kept + (up > down && up > 0 ? up : 0);
            minus[i] = minus[i - 1] * kept + (down > up && down > 0 ? down : 0);
            range[i] = range[i - 1] * kept + (Math.max(h[i], c[i - 1]) - Math.min(l[i], c[i - 1]));
        }
        all.put("plus_di_14", i -> range[i] == 0 ? 0 : 100 * plus[i] / range[i]);
        all.put("minus_di_14", i -> range[i] == 0 ? 0 : 100 * minus[i] / range[i]);
        double[] adx = new double[n];
        double sum = 0;
        for (int i = 14; i < n; i++) {
            double both = plus[i] + minus[i];
            double strength = 100 * Math.abs(plus[i] - minus[i]) / both;
            if (i <= 27) {
                sum += both > 0 ? strength : 0;
                adx[i] = sum / 14;
            } else {
                adx[i] = both > 0 ? (adx[i - 1] * 13 + strength) / 14 : adx[i - 1];
            }
        }
        all.put("adx_14", i -> adx[i]);
    }

    private void stop(Map<String, IntToDoubleFunction> all) {
        double[] sar = new double[n];
        boolean rising = !(l[0] - l[1] > 0 && h[1] - h[0] < l[0] - l[1]);
        double next = rising ? l[0] : h[0];
        double extreme = rising ? h[1] : l[1];
        double speed = 0.02;
        for (int i = 1; i < n; i++) {
            // The first row stands for the one before it as well.
            int before = Math.max(1, i - 1);
            boolean reversed = rising ? l[i] <= next : h[i] >= next;
            if (reversed) {
                rising = !rising;
                sar[i] = rising
                        ? Math.min(extreme, Math.min(l[before], l[i]))
                        : Math.max(extreme, Math.max(h[before], h[i]));
                speed = 0.02;
                extreme = rising ? h[i] : l[i];
                next = sar[i] + speed * (extreme - sar[i]);
            } else {
                sar[i] = next;
                boolean further = rising ? h[i] > extreme : l[i] < extreme;
                extreme = further ? (rising ? h[i] : l[i]) : extreme;
                speed = further ? Math.min(0.2, speed + 0.02) : speed;
                next = next + speed * (extreme - next);
            }
            next = rising ? Math.min(next, Math.min(l[before], l[i])) : Math.max(next, Math.max(h[before], h[i]));
        }
        all.put("sar", i -> sar[i]);
    }

    private void oscillators(Map<String, IntToDoubleFunction> all) {
        double[] gain = new double[n];
        double[] loss = new double[n];
        double gains = 0;
        double losses = 0;
        for (int i = 1; i < n; i++) {
            double up = Math.max(0, c[i] - c[i - 1]);
            double down = Math.max(0, c[i - 1] - c[i]);
            gains += i <= 14 ? up / 14 : (up - gains) / 14;
            losses += i <= 14 ? down / 14 : (down - losses) / 14;
            gain[i] = gains;
            loss[i] = losses;
        }
        all.put("cmo_14", i -> gain[i] + loss[i] == 0 ? 0 : 100 * (gain[i] - loss[i]) / (gain[i] + loss[i]));
        double[] one = ema(c, 0);
        double[] two = ema(one, 14);
        double[] three = ema(two, 28);
        all.put("trix_15", i -> 100 * (three[i] - three[i - 1]) / three[i - 1]);
        all.put("aroon_down_25", i -> 100.0 * (25 - sinceLow(i)) / 25);
        double[] fast = new double[n];
        double[] slow = new double[n];
        double line = 0;
        for (int i = 0; i < n; i++) {
            line += flow(i);
            fast[i] = i == 0 ? line : fast[i - 1] + (line - fast[i - 1]) * 2 / 4;
            slow[i] = i == 0 ? line : slow[i - 1] + (line - slow[i - 1]) * 2 / 11;
        }
        all.put("adosc_3_10", i -> fast[i] - slow[i]);
    }

    private double[] ema(double[] x, int first) {
        double[] ema = new double[n];
        for (int i = first + 14; i < n; i++) {
            ema[i] = i == first + 14 ? mean(x, i, 15) : ema[i - 1] + (x[i] - ema[i - 1]) / 8;
        }
        return ema;
    }

    private int sinceLow(int i) {
        int best = i;
        for (int j = i - 1; j > i - 26; j--) {
            best = l[j] < l[best] ? j : best;
        }
        return i - best;
    }

    private double flow(int i) {
        return h[i] == l[i] ? 0 : (2 * c[i] - h[i] - l[i]) / (h[i] - l[i]) * v[i];
    }

    private void ranges(Map<String, IntToDoubleFunction> all) {
        double[] garman = new double[n];
        double[] rogers = new double[n];
        double[] flow = new double[n];
        for (int i = 0; i < n; i++) {
            double body = Math.log(c[i] / o[i]);
            garman[i] = Math.pow(Math.log(h[i] / l[i]), 2) / 2 - (2 * Math.log(2) - 1) * body * body;
            rogers[i] = Math.log(h[i] / o[i]) * Math.log(h[i] / c[i]) + Math.log(l[i] / o[i]) * Math.log(l[i] / c[i]);
            flow[i] = flow(i);
        }
        all.put("garman_klass_20", i -> Math.sqrt(Math.max(0, mean(garman, i, 20))));
        all.put("rogers_satchell_20", i -> Math.sqrt(Math.max(0, mean(rogers, i, 20))));
        all.put("chaikin_money_flow_20", i -> mean(v, i, 20) == 0 ? 0 : mean(flow, i, 20) / mean(v, i, 20));
        for (int d : new int[] {5, 10, 20, 30, 60}) {
            all.put("RSV" + d, i -> {
                double top = Double.NEGATIVE_INFINITY;
                double bottom = Double.POSITIVE_INFINITY;
                for (int j = i - d + 1; j <= i; j++) {
                    top = Math.max(top, h[j]);
                    bottom = Math.min(bottom, l[j]);
                }
                return top == bottom ? 0 : (c[i] - bottom) / (top - bottom);
            });
        }
    }

    private void costs(Map<String, IntToDoubleFunction> all) {
        double[] r = new double[n];
        for (int i = 1; i < n; i++) {
            r[i] = Math.log(c[i] / c[i - 1]);
        }
        all.put("amihud_20", i -> {
            double sum = 0;
            int traded = 0;
            for (int j = i - 19; j <= i; j++) {
                if (v[j] > 0) {
                    sum += 1e6 * Math.abs(c[j] / c[j - 1] - 1) / (c[j] * v[j]);
                    traded++;
                }
            }
            return traded == 0 ? 0 : sum / traded;
        });
        all.put("market_pressure_20", i -> {
            double body = 0;
            double range = 0;
            for (int j = i - 19; j <= i; j++) {
                body += c[j] - o[j];
                range += h[j] - l[j];
            }
            return range == 0 ? 0 : body / range;
        });
        all.put("trend_score_50", i -> {
            double mean = mean(r, i, 50);
            double squares = 0;
            for (int j = i - 49; j <= i; j++) {
                squares += Math.pow(r[j] - mean, 2);
            }
            return squares == 0 ? 0 : mean / Math.sqrt(squares / 49) * Math.sqrt(50);
        });
    }

    /** The patterns that need gaps between bodies, which a market around the clock never shows. */
    private void gaps(Map<String, IntToDoubleFunction> all) {
        all.put("pattern_morning_star", i -> star(i, -1));
        all.put("pattern_evening_star", i -> star(i, 1));
        all.put("pattern_piercing_line", i -> {
            boolean bodies = way(i - 1) < 0 && isLong(i - 1) && way(i) > 0 && isLong(i);
            return bodies && o[i] < l[i - 1] && c[i] < o[i - 1] && c[i] > (o[i - 1] + c[i - 1]) / 2 ? 1 : 0;
        });
        all.put("pattern_dark_cloud_cover", i -> {
            boolean bodies = way(i - 1) > 0 && isLong(i - 1) && way(i) < 0;
            return bodies && o[i] > h[i - 1] && c[i] > o[i - 1] && c[i] < (o[i - 1] + c[i - 1]) / 2 ? -1 : 0;
        });
        all.put("pattern_shooting_star", i -> {
            boolean above = Math.min(o[i], c[i]) > Math.max(o[i - 1], c[i - 1]);
            return above && upsideDown(i) ? -1 : 0;
        });
        all.put("pattern_inverted_hammer", i -> {
            boolean below = Math.max(o[i], c[i]) < Math.min(o[i - 1], c[i - 1]);
            return below && upsideDown(i) ? 1 : 0;
        });
    }

    /** A long candle, a short one whose body gaps away from it, a long one back into the first. */
    private double star(int i, int trend) {
        boolean sizes = isLong(i - 2) && body(i - 1) <= usualBody(i - 1) && isLong(i);
        boolean ways = way(i - 2) == trend && way(i) == -trend;
        boolean gap = trend > 0
                ? Math.min(o[i - 1], c[i - 1]) > Math.max(o[i - 2], c[i - 2])
                : Math.max(o[i - 1], c[i - 1]) < Math.min(o[i - 2], c[i - 2]);
        boolean back = trend > 0 ? c[i] < c[i - 2] - 0.3 * body(i - 2) : c[i] > c[i - 2] + 0.3 * body(i - 2);
        return sizes && ways && gap && back ? -trend : 0;
    }

    private boolean upsideDown(int i) {
        double range = 0;
        for (int j = i - 10; j < i; j++) {
            range += (h[j] - l[j]) / 10;
        }
        boolean shadows = h[i] - Math.max(o[i], c[i]) > body(i) && Math.min(o[i], c[i]) - l[i] < 0.1 * range;
        return shadows && body(i) < usualBody(i);
    }

    private int way(int i) {
        return c[i] >= o[i] ? 1 : -1;
    }

    private double body(int i) {
        return Math.abs(c[i] - o[i]);
    }

    private boolean isLong(int i) {
        return body(i) > usualBody(i);
    }

    private double usualBody(int i) {
        double sum = 0;
        for (int j = i - 10; j < i; j++) {
            sum += body(j);
        }
        return sum / 10;
    }

    private static double mean(double[] x, int i, int w) {
        double sum = 0;
        for (int j = i - w + 1; j <= i; j++) {
            sum += x[j];
        }
        return sum / w;
    }
}
