package io.gatehouse.portal.garbage;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends bytes as they are, which HTTP libraries would tidy or refuse, and reads answers; one connection is kept as long as the server keeps it. */
final class RawConnection implements AutoCloseable {
    /** Longer than any answer takes: what takes longer has hung. */
    private static final int PATIENCE = 60_000;

    private final int port;
    private @Nullable Socket socket;

    private @Nullable InputStream in;

    RawConnection(int port) {
        this.port = port;
    }

    /**
     * Sends a request and waits for the answer.
     *
     * @param whole whether the request says its own length truly, so that the connection serves for the next one
     */
    Reply send(byte[] request, boolean whole, boolean head) throws IOException {
        for (int attempt = 0; ; attempt++) {
            boolean fresh = socket == null;
            try {
                Reply reply = exchange(request, whole, head);
                if (reply.status() != 0 || fresh || attempt > 0) {
                    return reply;
                }
            } catch (SocketTimeoutException hung) {
                close();
                throw new IOException("No answer came within " + PATIENCE + " ms", hung);
            } catch (SocketException broken) {
                // A server may close what it does not want to read on; what it said before that may be lost with it.
                close();
                if (fresh || attempt > 0) {
                    return Reply.closed();
                }
            }
        }
    }

    private Reply exchange(byte[] request, boolean whole, boolean head) throws IOException {
        Socket open = open();
        open.getOutputStream().write(request);
        open.getOutputStream().flush();
        if (!whole) {
            open.shutdownOutput();
        }
        Reply reply = read(head);
        while (reply.status() == 100) {
            reply = read(head);
        }
        if (!whole
                || reply.status() == 0
                || "close".equalsIgnoreCase(reply.headers().get("connection"))) {
            close();
        }
        return reply;
    }

    private Socket open() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket("127.0.0.1", port);
            open.setSoTimeout(PATIENCE);
            open.setTcpNoDelay(true);
            socket = open;
            in = new BufferedInputStream(open.getInputStream());
        }
        return open;
    }

    private Reply read(boolean head) throws IOException {
        InputStream from = java.util.Objects.requireNonNull(in);
        String first = line(from);
        if (first == null) {
            return Reply.closed();
        }
        int status = Integer.parseInt(first.split(" ", 3)[1]);
        Map<String, String> headers = new HashMap<>();
        for (String line = line(from); line != null && !line.isEmpty(); line = line(from)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Reply(
                status,
                headers,
                head || status < 200 || status == 204 || status == 304 ? new byte[0] : body(from, headers));
    }

    private static byte[] body(InputStream from, Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int size = chunk(from); size > 0; size = chunk(from)) {
                body.write(from.readNBytes(size));
                line(from);
            }
            line(from);
            return body.toByteArray();
        }
        String length = headers.get("content-length");
        return length == null ? from.readAllBytes() : from.readNBytes(Integer.parseInt(length));
    }

    private static int chunk(InputStream from) throws IOException {
        String line = line(from);
        return line == null ? 0 : Integer.parseInt(line.split(";", 2)[0].strip(), 16);
    }

    private static @Nullable String line(InputStream from) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = from.read(); next != '\n'; next = from.read()) {
            if (next < 0) {
                return line.size() == 0 ? null : line.toString(StandardCharsets.ISO_8859_1);
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        Socket open = socket;
        socket = null;
        in = null;
        if (open != null) {
            open.close();
        }
    }
}
