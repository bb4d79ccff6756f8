package io.gatehouse.portal.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * Keeps bodies that come by single bytes from holding a worker for as long as their sender likes. The server itself only limits the time
 * between two bytes. Stands before everything that reads bodies, forms and files included, and reads the rest of those that were
 * answered early.
 */
final class SlowBodies extends ValveBase {
    private final Pace pace;

    SlowBodies(Pace pace) {
        super(true);
        this.pace = pace;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request coyote = request.getCoyoteRequest();
        InputBuffer unpaced = coyote.getInputBuffer();
        Paced paced = new Paced(coyote, unpaced, pace.body());
        coyote.setInputBuffer(paced);
        try {
            getNext().invoke(request, response);
            if (!request.isAsync() && !paced.over) {
                readOn(request, response);
            }
        } finally {
            coyote.setInputBuffer(unpaced);
        }
    }

    /** The server would read the rest without asking how fast it comes, so it is read here, behind the answer. */
    private static void readOn(Request request, Response response) throws IOException {
        org.apache.coyote.Request coyote = request.getCoyoteRequest();
        long announced = coyote.getContentLengthLong();
        boolean more =
                announced > coyote.getBytesRead() || announced < 0 && request.getHeader("Transfer-Encoding") != null;
        // Whoever asked before sending, and was turned down, sends nothing.
        if (!more || coyote.hasExpectation()) {
            return;
        }
        response.finishResponse();
        Rest rest = new Rest();
        try {
            while (coyote.doRead(rest) >= 0) {
                rest.left = null;
            }
        } catch (IOException gone) {
            // Too slow, or gone: the answer is sent, and the connection ends with this.
            coyote.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /** Takes bytes that nobody wants. */
    private static final class Rest implements ApplicationBufferHandler {
        private @Nullable ByteBuffer left;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            left = buffer;
        }

        @Override
        public @Nullable ByteBuffer getByteBuffer() {
            return left;
        }

        @Override
        public void expand(int size) {
            // Nothing is kept, so there is always room.
        }
    }

    private static final class Paced implements InputBuffer {
        private final org.apache.coyote.Request request;
        private final InputBuffer body;
        private final Pace.Body pace;
        private boolean over;

        Paced(org.apache.coyote.Request request, InputBuffer body, Pace.Body pace) {
            this.request = request;
            this.body = body;
            this.pace = pace;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            long began = System.nanoTime();
            int read = body.doRead(handler);
            if (read >= 0 && !pace.goesOn(read, System.nanoTime() - began)) {
                over = true;
                request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                throw new TooSlowException();
            }
            return read;
        }

        @Override
        public int available() {
            return body.available();
        }
    }
}
