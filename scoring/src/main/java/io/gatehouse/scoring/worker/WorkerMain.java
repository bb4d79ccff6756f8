package io.gatehouse.scoring.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The worker's own program: takes tasks from its input, one at a time, and answers on file descriptor 3, since native code may write
 * what it likes to the standard output. It ends when its input does, which is when the portal has gone, however that came about.
 */
public final class WorkerMain {

    private static final String ANSWERS = "/dev/fd/3";

    private WorkerMain() {}

    public static void main(String[] arguments) throws Exception {
        BlockingQueue<Frame> tasks = new ArrayBlockingQueue<>(1);
        Thread listener = new Thread(() -> listen(tasks), "portal");
        listener.setDaemon(true);
        listener.start();
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(ANSWERS), 1 << 16))) {
            TaskRunner runner = new TaskRunner(frame -> frame.write(out));
            TaskRunner.warm();
            new Frame(Frame.Kind.READY, new byte[0]).write(out);
            while (true) {
                runner.run(tasks.take());
            }
        }
    }

    /** Nothing can be awaited in native code, so the end of the input ends the process at once. */
    private static void listen(BlockingQueue<Frame> tasks) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(System.in))) {
            for (Frame task = Frame.read(in); task != null; task = Frame.read(in)) {
                tasks.put(task);
            }
            Runtime.getRuntime().halt(0);
        } catch (IOException | InterruptedException broken) {
            Runtime.getRuntime().halt(1);
        }
    }
}
