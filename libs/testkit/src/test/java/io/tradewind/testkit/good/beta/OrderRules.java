package io.tradewind.testkit.good.beta;

import io.tradewind.testkit.good.alpha.Order;

final class OrderRules {
    private OrderRules() {}

    static boolean valid(Order order) {
        return !order.symbol().isBlank();
    }
}
