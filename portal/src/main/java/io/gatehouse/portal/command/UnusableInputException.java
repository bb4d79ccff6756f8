package io.gatehouse.portal.command;

/** Something on the command line that cannot be used, in a sentence that says what to do. */
final class UnusableInputException extends RuntimeException {
    private final int exitCode;

    UnusableInputException(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
