package io.tradewind.kit.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A failure with a code: its message goes to the caller, so it holds what, value and limit, and no internals. */
public class ServiceException extends RuntimeException {

    private final ErrorCode code;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    /** A failure the caller can understand from the message alone. */
    public ServiceException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    /** A failure with a cause, which is logged where the code's status is 500 or more. */
    public ServiceException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Adds an extension member to the problem document. */
    public ServiceException with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** What kind of failure it is. */
    public ErrorCode code() {
        return code;
    }

    /** Extension members of the problem document. */
    public Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }
}
