package io.tradewind.inference.prediction;

import java.io.IOException;
import java.util.Arrays;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads nested number arrays straight into one flat array, without a tree of boxed numbers in between.
 *
 * <p>{@code null}, {@code NaN} and the infinities, quoted or not, are read as such: what they mean is for the rules
 * to say, which name the place.
 */
final class TensorDeserializer extends JsonDeserializer<Tensor> {

    private static final int MAX_RANK = 3;
    private static final int MAX_VALUES = 1_000_000;

    @Override
    public Tensor deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            context.reportInputMismatch(Tensor.class, "instances must be an array of arrays of numbers");
        }
        Reading reading = new Reading(parser, context);
        reading.array(0);
        return reading.tensor();
    }

    private static final class Reading {
        private final JsonParser parser;
        private final DeserializationContext context;
        private final int[] shape = {-1, -1, -1};
        private double[] values = new double[64];
        private int count;
        private int rank = 1;
        private @Nullable String ragged;

        Reading(JsonParser parser, DeserializationContext context) {
            this.parser = parser;
            this.context = context;
        }

        void array(int level) throws IOException {
            int length = 0;
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                element(token, level, length);
                length++;
            }
            if (shape[level] >= 0 && shape[level] != length && ragged == null) {
                ragged = "an array of level %d has %d elements where others have %d"
                        .formatted(level + 1, length, shape[level]);
            }
            shape[level] = shape[level] < 0 ? length : shape[level];
        }

        private void element(JsonToken token, int level, int index) throws IOException {
            if (token != JsonToken.START_ARRAY) {
                add(number(token), level, index);
            } else if (level + 1 == MAX_RANK) {
                context.reportInputMismatch(Tensor.class, "instances must have 2 or 3 levels of arrays");
            } else {
                if (count > 0 && rank < level + 2 && ragged == null) {
                    ragged = "numbers and arrays are mixed on level " + (level + 1);
                }
                rank = Math.max(rank, level + 2);
                array(level + 1);
            }
        }

        private void add(double value, int level, int index) throws IOException {
            if (level + 1 != rank && ragged == null) {
                ragged = "numbers and arrays are mixed on level " + (level + 1);
            }
            if (count == MAX_VALUES) {
                context.reportInputMismatch(Tensor.class, "instances must hold <= " + MAX_VALUES + " numbers");
            }
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count++] = value;
        }

        private double number(JsonToken token) throws IOException {
            return switch (token) {
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
                case VALUE_NULL -> Double.NaN;
                case VALUE_STRING -> quoted(parser.getText());
                default ->
                    (double) context.reportInputMismatch(
                            Tensor.class, "instances must hold numbers only, had %s", token);
            };
        }

        private double quoted(String text) throws IOException {
            return switch (text) {
                case "NaN" -> Double.NaN;
                case "Infinity", "+Infinity", "INF" -> Double.POSITIVE_INFINITY;
                case "-Infinity", "-INF" -> Double.NEGATIVE_INFINITY;
                default ->
                    (double) context.reportInputMismatch(Tensor.class, "instances must hold numbers only, had a text");
            };
        }

        Tensor tensor() {
            int[] known = Arrays.copyOf(shape, rank);
            for (int i = 0; i < rank; i++) {
                known[i] = Math.max(0, known[i]);
            }
            return new Tensor(Arrays.copyOf(values, count), known, ragged);
        }
    }
}
