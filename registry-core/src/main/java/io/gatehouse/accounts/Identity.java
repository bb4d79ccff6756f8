package io.gatehouse.accounts;

import java.util.stream.Collectors;

/**
 * Somebody, as an OpenID Connect provider vouches for them (OpenID Connect Core 1.0, 5.7: issuer and subject together never mean another).
 *
 * @param issuer whose word it is, at most 500 characters
 * @param subject whom the issuer means, at most 255 characters, none of which controls anything
 * @param knownAs what the issuer calls them, for people to read; what cannot be seen is replaced, and what is too long cut
 * @throws IllegalArgumentException if issuer or subject are none
 */
public record Identity(String issuer, String subject, String knownAs) {
    private static final int LONGEST_ISSUER = 500;
    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_NAME = 320;

    public Identity {
        if (issuer.isEmpty() || issuer.length() > LONGEST_ISSUER) {
            throw new IllegalArgumentException("The issuer has " + issuer.length() + " characters");
        }
        if (subject.isEmpty()
                || subject.length() > LONGEST_SUBJECT
                || subject.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "The subject has " + subject.length() + " characters, or one that controls something");
        }
        String seen = knownAs.codePoints()
                .map(letter -> UnseenLetters.is(letter) ? 0xFFFD : letter)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        knownAs = seen.length() <= LONGEST_NAME ? seen : seen.substring(0, LONGEST_NAME);
    }
}
