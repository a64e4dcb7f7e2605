package io.tradewind.kit.problem;

/** Everything that can go wrong for a caller: an HTTP status, a slug that names it for ever, and what it means. */
public enum ErrorCode {
    VALIDATION_FAILED(400, "validation-failed", "A field or parameter of the request breaks its limits."),
    MALFORMED_REQUEST(400, "malformed-request", "The body or a parameter could not be read at all."),
    UNAUTHENTICATED(401, "unauthenticated", "There is no token, or it is expired, forged or of another issuer."),
    FORBIDDEN(403, "forbidden", "The token's roles do not allow this."),
    NOT_FOUND(404, "not-found", "There is no such thing, or it belongs to somebody else."),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "The path exists, but not for this method."),
    NOT_ACCEPTABLE(406, "not-acceptable", "No representation matches the Accept header."),
    CONFLICT(409, "conflict", "The present state does not allow this; read it again."),
    GATES_FAILED(409, "gates-failed", "The version's evaluation did not pass its gates; they are listed."),
    MODEL_NOT_LOADED(409, "model-not-loaded", "No version of this model is being served here."),
    STALE(412, "stale", "If-Match names an older state; read it again and repeat the change."),
    TOO_LARGE(413, "too-large", "The body is larger than this path takes."),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "The body's Content-Type is not one this path reads."),
    RANGE_NOT_SATISFIABLE(416, "range-not-satisfiable", "The Range header lies outside the file."),
    UNPROCESSABLE(422, "unprocessable", "The request is well formed and still cannot be carried out."),
    IDEMPOTENCY_KEY_REUSED(422, "idempotency-key-reused", "The Idempotency-Key came with another request before."),
    WRONG_SHAPE(422, "wrong-shape", "The tensor's shape is not the model's."),
    NOT_FINITE(422, "not-finite", "The tensor holds NaN or an infinity."),
    UNKNOWN_FEATURE_ORDER(422, "unknown-feature-order", "The feature names are not the model's, or not in its order."),
    PRECONDITION_REQUIRED(428, "precondition-required", "This change needs an If-Match header."),
    INTERNAL(500, "internal", "Something broke on our side; the log knows it by the request id."),
    UNAVAILABLE(503, "unavailable", "Something this needs cannot be reached; try again after Retry-After."),
    OVERLOADED(503, "overloaded", "Queues are full; try again after Retry-After."),
    TIMEOUT(504, "timeout", "It took longer than its deadline; it may or may not have happened.");

    private final int status;
    private final String slug;
    private final String meaning;

    ErrorCode(int status, String slug, String meaning) {
        this.status = status;
        this.slug = slug;
        this.meaning = meaning;
    }

    /** HTTP status it is answered with. */
    public int status() {
        return status;
    }

    /** Name of it in a problem's {@code type}; never changes. */
    public String slug() {
        return slug;
    }

    /** One sentence for the reader of the documentation. */
    public String meaning() {
        return meaning;
    }

    /** The problem's {@code type}: a URI reference that names the kind of problem. */
    public String type() {
        return "urn:tradewind:problem:" + slug;
    }

    /** The problem's {@code title}: the slug as words. */
    public String title() {
        String words = slug.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Whether trying the same request again later may work. */
    public boolean retryable() {
        return status == 503;
    }

    /** The code that fits an HTTP status best. */
    public static ErrorCode ofStatus(int status) {
        for (ErrorCode code : values()) {
            if (code.status == status) {
                return code == VALIDATION_FAILED ? MALFORMED_REQUEST : code;
            }
        }
        return status < 500 ? MALFORMED_REQUEST : INTERNAL;
    }
}
