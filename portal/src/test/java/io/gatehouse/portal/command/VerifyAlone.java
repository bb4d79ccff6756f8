package io.gatehouse.portal.command;

/** Verifies an export in a process of its own, whose memory a test can limit. */
final class VerifyAlone {
    private VerifyAlone() {}

    public static void main(String[] arguments) {
        System.exit(CommandLineDoor.run("audit", "verify", arguments[0]));
    }
}
