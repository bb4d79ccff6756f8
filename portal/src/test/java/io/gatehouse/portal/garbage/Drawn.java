package io.gatehouse.portal.garbage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request in the making, of which every part can be spoilt. */
final class Drawn {
    String method;
    String target;
    byte[] body;
    /** Whether the request is as long as it says, so that its connection can be kept. */
    boolean whole = true;
    /** Whether the body is announced by its length. */
    boolean announced = true;

    final List<String> headers = new ArrayList<>();

    Drawn(Call call, String authorization) {
        this.method = call.method();
        this.target = call.target();
        this.body = call.body();
        headers.add("Host: localhost");
        headers.add("Authorization: " + authorization);
        if (!call.contentType().isEmpty()) {
            headers.add("Content-Type: " + call.contentType());
        }
    }

    byte[] bytes() {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (announced) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return Speaker.joined(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8), body);
    }

    boolean head() {
        return method.equals("HEAD");
    }

    /** Enough to see what it was. */
    @Override
    public String toString() {
        String text = new String(bytes(), StandardCharsets.UTF_8).replaceAll("Authorization: Basic \\S+\r\n", "");
        return text.length() <= 1_500 ? text : text.substring(0, 1_500) + "… (" + text.length() + " characters)";
    }
}
