package io.gatehouse.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A program elsewhere that is told, on a port of this machine. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

    /** One message as it came. */
    record Told(String path, String deliveryId, String timestamp, String signature, String body) {}

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            told.add(new Told(
                    exchange.getRequestURI().getPath(),
                    header(exchange, "X-MLflow-Delivery-Id"),
                    header(exchange, "X-MLflow-Timestamp"),
                    header(exchange, "X-MLflow-Signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            Integer answer = answers.poll();
            int status = answer == null ? 200 : answer;
            if (status == 302) {
                exchange.getResponseHeaders().set("Location", url("/elsewhere"));
            }
            byte[] text = "thanks".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** What it answers to the next messages; 200 to those behind. */
    void answers(int... statuses) {
        for (int status : statuses) {
            answers.add(status);
        }
    }

    List<Told> told(String path) {
        return told.stream().filter(each -> each.path().equals(path)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
