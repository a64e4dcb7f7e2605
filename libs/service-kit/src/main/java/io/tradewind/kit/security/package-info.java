/** Who calls: roles, ownership, tokens for development, and the token services call each other with. */
@NullMarked
package io.tradewind.kit.security;

import org.jspecify.annotations.NullMarked;
