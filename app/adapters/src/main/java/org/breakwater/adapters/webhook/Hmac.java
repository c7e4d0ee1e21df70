package org.breakwater.adapters.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.breakwater.core.delivery.Secret;

/// The header by which a receiver knows that a body is from here and when it was sent.
final class Hmac {

    static final String HEADER = "Breakwater-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private Hmac() {}

    /// `t=SECONDS,v1=HEX`, HEX being HMAC-SHA256 of `SECONDS.BODY`.
    static String header(Secret secret, Instant at, String body) {
        var seconds = at.getEpochSecond();
        return "t=" + seconds + ",v1=" + hex(secret, seconds + "." + body);
    }

    private static String hex(Secret secret, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, absent);
        }
    }
}
