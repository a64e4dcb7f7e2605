package io.tradewind.kit.problem;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is answered: a code, a detail for people, extension members. */
record Problem(ErrorCode code, int status, String detail, Map<String, Object> members) {

    private static final int RETRY_AFTER_SECONDS = 1;

    static Problem of(ErrorCode code, String detail) {
        return new Problem(code, code.status(), detail, Map.of());
    }

    static Problem of(ErrorCode code, String detail, Map<String, Object> members) {
        return new Problem(code, code.status(), detail, members);
    }

    int retryAfterSeconds() {
        return members.get("retryAfterSeconds") instanceof Number seconds ? seconds.intValue() : RETRY_AFTER_SECONDS;
    }

    /** RFC 9457 members in their usual order, extensions behind them. */
    Map<String, Object> document(String instance, String requestId) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", code.type());
        document.put("title", code.title());
        document.put("status", status);
        document.put("detail", detail);
        document.put("instance", instance);
        document.put("requestId", requestId);
        members.forEach(document::putIfAbsent);
        return document;
    }
}
