package io.gatehouse.accounts;

/** Control characters, and those that turn or hide what stands beside them, by which one name can look like another. */
final class UnseenLetters {
    private UnseenLetters() {}

    static boolean is(int letter) {
        return Character.isISOControl(letter) || Character.getType(letter) == Character.FORMAT;
    }
}
