package io.tradewind.learning.network;

/**
 * Sizes of a transformer encoder.
 *
 * @param width values per step, in and out
 * @param keyWidth values per head
 */
record EncoderShape(int width, int heads, int keyWidth, int feedForward, double dropout) {

    int attentionWidth() {
        return heads * keyWidth;
    }

    float scoreScale() {
        return (float) (1 / Math.sqrt(keyWidth));
    }
}
