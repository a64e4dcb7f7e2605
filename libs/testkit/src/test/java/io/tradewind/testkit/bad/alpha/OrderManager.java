package io.tradewind.testkit.bad.alpha;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;

class OrderManager {
    static String last = "";

    @Inject
    String injected = "";

    @GET
    String get() throws InterruptedException {
        Thread.sleep(1);
        return injected;
    }
}
