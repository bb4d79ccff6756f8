package io.gatehouse.accounts;

/**
 * Somebody, as an OpenID Connect provider vouches for them (OpenID Connect Core 1.0, 5.7: issuer and subject together never mean another).
 *
 * @param issuer whose word it is, at most 500 characters
 * @param subject whom the issuer means, at most 255 characters
 * @param knownAs what the issuer calls them, for people to read
 */
public record Identity(String issuer, String subject, String knownAs) {
    private static final int LONGEST_NAME = 320;

    public Identity {
        knownAs = knownAs.length() <= LONGEST_NAME ? knownAs : knownAs.substring(0, LONGEST_NAME);
    }
}
