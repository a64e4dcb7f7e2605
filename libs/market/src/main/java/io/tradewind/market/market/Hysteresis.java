package io.tradewind.market.market;

import io.tradewind.market.kernel.StateCodec;

/**
 * A state of -1, 0 or 1 that is harder to enter than to stay in.
 *
 * <p>It is entered beyond {@code enter} and left inside {@code leave}. A state that was not entered again for
 * {@code lapse} candles falls back to 0, so that it never rests on candles long gone.
 */
final class Hysteresis {
    private final double enter;
    private final double leave;
    private final int lapse;
    private int state;
    private int sinceEntered;

    Hysteresis(double enter, double leave, int lapse) {
        this.enter = enter;
        this.leave = leave;
        this.lapse = lapse;
    }

    int update(double score) {
        sinceEntered++;
        if (score >= enter || score <= -enter) {
            state = score > 0 ? 1 : -1;
            sinceEntered = 0;
        } else if (state * score < leave || sinceEntered > lapse) {
            state = 0;
        }
        return state;
    }

    void state(StateCodec codec) {
        state = codec.whole(state);
        sinceEntered = codec.whole(sinceEntered);
    }
}
