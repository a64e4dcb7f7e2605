package io.tradewind.market.window;

import io.tradewind.market.kernel.StateCodec;

/** Covariance and correlation of the last {@code length} pairs; two stacks around moving anchors. */
public final class RollingCovariance {
    private static final double CANCELLED = 1e-4;

    private final int length;
    private final double[] rawX;
    private final double[] rawY;
    private final double[] sumX;
    private final double[] sumY;
    private final double[] sumXx;
    private final double[] sumYy;
    private final double[] sumXy;
    private double anchorX;
    private double anchorY;
    private double frontX;
    private double frontY;
    private double frontXx;
    private double frontYy;
    private double frontXy;
    private int at;
    private int seen;

    private double xx;
    private double yy;
    private double xy;

    public RollingCovariance(int length) {
        this.length = Windows.requireLength(length);
        this.rawX = new double[length];
        this.rawY = new double[length];
        this.sumX = new double[length + 1];
        this.sumY = new double[length + 1];
        this.sumXx = new double[length + 1];
        this.sumYy = new double[length + 1];
        this.sumXy = new double[length + 1];
    }

    /** Adds a pair; results are of the last {@code length} ones and have no meaning before there are that many. */
    public void push(double x, double y) {
        if (seen < length) {
            anchorX = seen == 0 ? x : anchorX;
            anchorY = seen == 0 ? y : anchorY;
            seen++;
        }
        int slot = at;
        double dx = x - anchorX;
        double dy = y - anchorY;
        rawX[slot] = x;
        rawY[slot] = y;
        frontX += dx;
        frontY += dy;
        frontXx += dx * dx;
        frontYy += dy * dy;
        frontXy += dx * dy;
        centre(slot + 1);
        at = slot + 1;
        if (at == length) {
            turn();
        }
    }

    private void centre(int next) {
        double tx = frontX + sumX[next];
        double ty = frontY + sumY[next];
        double txx = frontXx + sumXx[next];
        double tyy = frontYy + sumYy[next];
        double txy = frontXy + sumXy[next];
        xx = txx - tx * tx / length;
        yy = tyy - ty * ty / length;
        xy = txy - tx * ty / length;
        if ((xx < CANCELLED * txx || yy < CANCELLED * tyy) && seen == length) {
            recompute();
        }
    }

    private void recompute() {
        double x0 = rawX[at];
        double y0 = rawY[at];
        double tx = 0;
        double ty = 0;
        for (int j = 0; j < length; j++) {
            tx += rawX[j] - x0;
            ty += rawY[j] - y0;
        }
        double meanX = tx / length;
        double meanY = ty / length;
        xx = 0;
        yy = 0;
        xy = 0;
        for (int j = 0; j < length; j++) {
            double dx = rawX[j] - x0 - meanX;
            double dy = rawY[j] - y0 - meanY;
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }
    }

    private void turn() {
        anchorX = rawX[length - 1];
        anchorY = rawY[length - 1];
        double tx = 0;
        double ty = 0;
        double txx = 0;
        double tyy = 0;
        double txy = 0;
        for (int j = length - 1; j >= 0; j--) {
            double dx = rawX[j] - anchorX;
            double dy = rawY[j] - anchorY;
            sumX[j] = tx += dx;
            sumY[j] = ty += dy;
            sumXx[j] = txx += dx * dx;
            sumYy[j] = tyy += dy * dy;
            sumXy[j] = txy += dx * dy;
        }
        frontX = 0;
        frontY = 0;
        frontXx = 0;
        frontYy = 0;
        frontXy = 0;
        at = 0;
    }

    /** Sample covariance, divisor {@code length - 1}. */
    public double covariance() {
        return xy / (length - 1);
    }

    /** Pearson's correlation, -1 to 1; 0 when either side does not vary. */
    public double correlation() {
        double scale = Math.sqrt(xx) * Math.sqrt(yy);
        return scale > 0 ? Math.max(-1, Math.min(1, xy / scale)) : 0;
    }

    public void state(StateCodec codec) {
        for (double[] values : new double[][] {rawX, rawY, sumX, sumY, sumXx, sumYy, sumXy}) {
            codec.reals(values);
        }
        anchorX = codec.real(anchorX);
        anchorY = codec.real(anchorY);
        frontX = codec.real(frontX);
        frontY = codec.real(frontY);
        frontXx = codec.real(frontXx);
        frontYy = codec.real(frontYy);
        frontXy = codec.real(frontXy);
        at = codec.whole(at);
        seen = codec.whole(seen);
    }
}
