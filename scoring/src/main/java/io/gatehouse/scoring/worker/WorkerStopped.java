package io.gatehouse.scoring.worker;

import io.gatehouse.scoring.Refusal;
import io.gatehouse.scoring.RefusalCode;

/** A task has no result, because its worker is no more. Never leaves this package: the one who asked gets the refusal. */
final class WorkerStopped extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient String fault;
    private final transient Refusal refusal;

    private WorkerStopped(RefusalCode code, String fault, String remedy) {
        super(fault);
        this.fault = fault;
        this.refusal = Refusal.of(code, "fault", fault, "remedy", remedy);
    }

    /** What happened, as half a sentence. */
    String fault() {
        return fault;
    }

    Refusal refusal() {
        return refusal;
    }

    static WorkerStopped outOfTime(long seconds) {
        return reading("it was not done after " + seconds + " s", "Send a smaller file.");
    }

    static WorkerStopped outOfMemory(int megabytes) {
        return reading("it needed more than " + megabytes + " MB of memory", "Send a smaller file.");
    }

    /** @param how such as {@code ended with code 134} */
    static WorkerStopped crashed(String how) {
        return reading(
                "its process " + how,
                "Send the file again; if that ends in the same way, write it anew, for its contents may be damaged.");
    }

    static WorkerStopped garbled() {
        return reading("its process answered what nobody understands", "Write the file anew and send it again.");
    }

    static WorkerStopped unexplained() {
        return reading(
                "it met a fault that the file alone does not explain",
                "The server's log has the particulars for an administrator.");
    }

    static WorkerStopped notStarted(String why) {
        return new WorkerStopped(
                RefusalCode.READER_UNAVAILABLE,
                "could not be started (" + why + ")",
                "An administrator finds the reason in the server's log.");
    }

    static WorkerStopped busy(long seconds) {
        return new WorkerStopped(
                RefusalCode.READER_UNAVAILABLE,
                "was busy with other files for " + seconds + " s",
                "Send it again in a few minutes.");
    }

    private static WorkerStopped reading(String fault, String remedy) {
        return new WorkerStopped(RefusalCode.READER_STOPPED, fault, remedy);
    }
}
