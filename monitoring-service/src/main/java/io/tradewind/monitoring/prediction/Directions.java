package io.tradewind.monitoring.prediction;

import io.tradewind.contracts.prediction.Direction;

/** Directions as the ledger stores them: the sign of the return that is expected. */
final class Directions {

    private Directions() {}

    static short code(Direction direction) {
        return switch (direction) {
            case UP -> 1;
            case DOWN -> -1;
            case FLAT -> 0;
        };
    }

    static Direction of(int code) {
        return code > 0 ? Direction.UP : code < 0 ? Direction.DOWN : Direction.FLAT;
    }
}
