package io.tradewind.kit.security;

/** Roles a token may carry in its {@code groups} claim. */
public final class Roles {

    /** Sees and changes what it owns. */
    public static final String USER = "user";

    /** Sees and changes everything. */
    public static final String ADMIN = "admin";

    /** What services call each other with; sees and changes everything they need to. */
    public static final String SERVICE = "service";

    private Roles() {}
}
