package io.gatehouse.webhooks;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** Brings a message to an address. */
public interface WebhookSender {
    /**
     * What the other side said.
     *
     * @param status of HTTP
     * @param body at most its first 10,000 characters
     */
    record Answer(int status, String body) {
        /** Whether the message was taken. */
        public boolean taken() {
            return status >= 200 && status < 300;
        }

        /** Whether the other side may take it later (RFC 9110 and RFC 6585). */
        public boolean later() {
            return status == 408 || status == 429 || status >= 500;
        }
    }

    /** @throws IOException if nobody answered, or the address is one that nothing is sent to */
    Answer send(URI address, Map<String, String> headers, byte[] body) throws IOException;
}
