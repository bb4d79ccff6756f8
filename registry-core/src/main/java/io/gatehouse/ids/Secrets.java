package io.gatehouse.ids;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Makes what whoever holds it is let in by. */
@Component
public class Secrets {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /** 256 random bits as 43 letters, digits, dashes and underscores, so that one fits into an address. */
    public String next() {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
