package io.tradewind.kit.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.smallrye.mutiny.Uni;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.runtime.Housekeeping;
import io.tradewind.kit.security.Caller;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * Makes creates safe to send again under an {@code Idempotency-Key}: the first answer is stored for a day and given again.
 *
 * <p>Only successes are stored; a request that failed may be tried again with its key. Should the process die after the
 * action has committed and before its answer is stored, the action runs again when the key's claim has run out: give what
 * it creates the id {@link #resourceId} names, and look for that id first, to have no effect twice even then.
 */
@Singleton
public class IdempotencyKeys {

    private static final int LONGEST_KEY = 255;
    private static final Duration WAIT = Duration.ofMillis(50);
    private static final int LONGEST_WAITS = 100;
    private static final Duration PRUNE_EVERY = Duration.ofMinutes(10);

    private final IdempotencyRecords records;
    private final Caller caller;
    private final ObjectMapper canonical;

    IdempotencyKeys(IdempotencyRecords records, Caller caller, ObjectMapper json, Housekeeping housekeeping) {
        this.records = records;
        this.caller = caller;
        this.canonical = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        housekeeping.every(PRUNE_EVERY, "prune idempotency keys", records::prune);
    }

    /**
     * Runs the action unless this caller's key has an answer already.
     *
     * @param key value of the Idempotency-Key header; null runs the action plainly
     * @param scope which operation the key is for, such as {@code POST /models}
     * @param request what the key must always come with: anything that Jackson writes
     */
    public Uni<Response> once(@Nullable String key, String scope, Object request, Supplier<Uni<Response>> action) {
        if (key == null) {
            return action.get();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new ServiceException(
                    ErrorCode.VALIDATION_FAILED,
                    "Idempotency-Key must have 1 to " + LONGEST_KEY + " characters, had " + key.length());
        }
        IdempotencyRecords.Key id = new IdempotencyRecords.Key(caller.userId(), scope, key, digest(request));
        return attempt(id, action, 0);
    }

    /** Id for what a create makes: the same for the same caller, scope and key; a new one where there is no key. */
    public UUID resourceId(@Nullable String key, String scope) {
        if (key == null) {
            return UUID.randomUUID();
        }
        String name = caller.userId() + '\n' + scope + '\n' + key;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private Uni<Response> attempt(IdempotencyRecords.Key id, Supplier<Uni<Response>> action, int waits) {
        return records.claim(id).chain(claim -> switch (claim) {
            case Claim.Granted granted -> run(id, granted, action);
            case Claim.Answered answered -> Uni.createFrom().item(answered.response());
            case Claim.OtherRequest ignored ->
                Uni.createFrom()
                        .failure(new ServiceException(
                                ErrorCode.IDEMPOTENCY_KEY_REUSED,
                                "this Idempotency-Key came with another request before"));
            case Claim.Running ignored -> wait(id, action, waits);
        });
    }

    private Uni<Response> wait(IdempotencyRecords.Key id, Supplier<Uni<Response>> action, int waits) {
        if (waits >= LONGEST_WAITS) {
            return Uni.createFrom()
                    .failure(new ServiceException(
                            ErrorCode.CONFLICT,
                            "the first request with this Idempotency-Key is still being worked on"));
        }
        return Uni.createFrom().voidItem().onItem().delayIt().by(WAIT).chain(() -> attempt(id, action, waits + 1));
    }

    private Uni<Response> run(IdempotencyRecords.Key id, Claim.Granted claim, Supplier<Uni<Response>> action) {
        return Uni.createFrom()
                .deferred(action::get)
                .onFailure()
                .call(() -> records.release(id, claim))
                .onCancellation()
                .call(() -> records.release(id, claim))
                .call(response ->
                        response.getStatus() < 300 ? records.store(id, claim, response) : records.release(id, claim));
    }

    private String digest(Object request) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(canonical.writeValueAsBytes(request)));
        } catch (JsonProcessingException cause) {
            throw new IllegalArgumentException("the request cannot be written as JSON", cause);
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException("this JVM has no SHA-256", cause);
        }
    }
}
