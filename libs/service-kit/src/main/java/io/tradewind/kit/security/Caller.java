package io.tradewind.kit.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import jakarta.enterprise.context.RequestScoped;

/** Who sent the request that is being answered. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** User id from the token; UNAUTHENTICATED where there is none. */
    public String userId() {
        if (identity.isAnonymous()) {
            throw new ServiceException(ErrorCode.UNAUTHENTICATED, "a valid bearer token is required");
        }
        return identity.getPrincipal().getName();
    }

    /** Whether everything is open to the caller. */
    public boolean admin() {
        return identity.hasRole(Roles.ADMIN);
    }

    /** Whether another service calls. */
    public boolean service() {
        return identity.hasRole(Roles.SERVICE);
    }

    /** Whether the caller may see and change what this user owns. */
    public boolean mayAccess(String owner) {
        return admin() || service() || owner.equals(userId());
    }

    /** Fails with NOT_FOUND, which does not even tell that the thing exists, unless the caller may access it. */
    public void requireAccess(String owner, String what) {
        if (!mayAccess(owner)) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "there is no " + what);
        }
    }
}
