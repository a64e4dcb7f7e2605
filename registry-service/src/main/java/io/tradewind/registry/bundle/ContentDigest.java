package io.tradewind.registry.bundle;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A {@code Content-Digest} header (RFC 9530): digests by algorithm, of which SHA-256 is the one that counts here. */
sealed interface ContentDigest {

    /** The SHA-256 the client computed, in lower-case hex. */
    record Sha256(String hex) implements ContentDigest {}

    /** There is none, or none of use. */
    record Unusable(String reason) implements ContentDigest {}

    /** Reads the header. */
    static ContentDigest parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return new Unusable("Content-Digest is missing; send sha-256=:<base64 of the file's SHA-256>:");
        }
        Matcher member = Pattern.compile("\\s*([a-z0-9*][a-z0-9_.*-]*)=:([A-Za-z0-9+/=]*):\\s*")
                .matcher("");
        for (String part : header.split(",")) {
            member.reset(part);
            if (!member.matches()) {
                return new Unusable("Content-Digest is not of the form sha-256=:<base64>:");
            }
            if (member.group(1).toLowerCase(Locale.ROOT).equals("sha-256")) {
                return sha256(member.group(2));
            }
        }
        return new Unusable("Content-Digest has no sha-256");
    }

    /** The header's value for a digest in hex. */
    static String header(String hex) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex)) + ":";
    }

    private static ContentDigest sha256(String base64) {
        try {
            byte[] digest = Base64.getDecoder().decode(base64);
            return digest.length == 32
                    ? new Sha256(HexFormat.of().formatHex(digest))
                    : new Unusable("a SHA-256 has 32 bytes, the one in Content-Digest has " + digest.length);
        } catch (IllegalArgumentException broken) {
            return new Unusable("the sha-256 in Content-Digest is not base64");
        }
    }
}
