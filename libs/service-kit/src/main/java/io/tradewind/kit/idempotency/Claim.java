package io.tradewind.kit.idempotency;

import java.util.UUID;

import jakarta.ws.rs.core.Response;

/** What a key says about a request. */
sealed interface Claim {

    /** Nobody has answered it: the holder of this token shall. */
    record Granted(UUID token) implements Claim {}

    /** It was answered, like this. */
    record Answered(Response response) implements Claim {}

    /** Somebody is answering it just now. */
    record Running() implements Claim {}

    /** The key belongs to another request. */
    record OtherRequest() implements Claim {}
}
