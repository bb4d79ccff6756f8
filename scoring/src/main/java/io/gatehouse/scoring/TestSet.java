package io.gatehouse.scoring;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names the rows that a model was judged on, whatever it made of them, so that the same test set is known again under other scores. */
final class TestSet {

    private static final int DIGEST_BITS = 128;

    private TestSet() {}

    /**
     * SHA-256 of the text {@code rows/positive/negative/unlabelled}, where the last three are 32 hex digits each: the sum modulo 2¹²⁸ of
     * the MD5 digests, read as numbers with the first byte lowest, of the ids with that label. MD5 serves as a spread here, not as a seal.
     */
    static String fingerprint(long rows, BigInteger positive, BigInteger negative, BigInteger unlabelled) {
        String text = rows + "/" + digits(positive) + "/" + digits(negative) + "/" + digits(unlabelled);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    private static String digits(BigInteger sum) {
        String hex = sum.mod(BigInteger.ONE.shiftLeft(DIGEST_BITS)).toString(16);
        return "0".repeat(DIGEST_BITS / 4 - hex.length()) + hex;
    }
}
