package io.gatehouse.portal.garbage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.node.ObjectNode;

/** Spoils a valid call: a field of it, its bytes, its address, its headers, or the way it is sent. What it does follows from the generator alone. */
final class Garbage {
    private static final List<String> PIECES = List.of(
            "%00",
            "%2e%2e",
            "%252e%252e%252f",
            "%2F",
            "%5C",
            "..",
            "//",
            ";a=b",
            "%",
            "%zz",
            "%ff",
            "%C0%AF",
            "%F0%9F%98%80",
            "\u00e9",
            "|",
            "{",
            "^",
            "%0d%0aX: y",
            "%09",
            "C:%5C",
            "%23",
            "%3F",
            "*",
            "a".repeat(9_000),
            "%e2%80%ae");
    private static final List<String> HEADERS = List.of(
            "X-Long: " + "x".repeat(70_000),
            "X-Odd: \u0001\u0002",
            "no colon at all",
            ": no name",
            "Content-Length: -1",
            "Content-Length: 99999999999999999999",
            "Content-Type: application/json; charset=utf-99",
            "Content-Type: multipart/form-data",
            "Content-Type: ///",
            "Content-Encoding: br",
            "Accept: application/x-nothing",
            "Accept: ///",
            "Accept-Language: xx-\u00ff-,;q=9",
            "Accept-Encoding: *;q=0, gzip;q=x",
            "Authorization: Basic !!!!",
            "Authorization: Basic " + "QQ==",
            "Authorization: Bearer \u0000",
            "Authorization: Bearer " + "g".repeat(5_000),
            "Range: bytes=-1-,99999999999999999999-",
            "Range: bytes=" + "0-0,".repeat(500) + "0-0",
            "If-Range: nonsense",
            "If-None-Match: *",
            "If-Modified-Since: never",
            "Host: evil.example",
            "Host: localhost:99999999",
            "Origin: https://evil.example",
            "Origin: null",
            "Sec-Fetch-Site: cross-site",
            "X-Forwarded-For: ' OR 1=1",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: javascript",
            "Forwarded: for=\"[::1",
            "Cookie: JSESSIONID=../../x; a=" + "b".repeat(3_000),
            "X-HTTP-Method-Override: DELETE",
            "X-MLFLOW-WORKSPACE: \u00e9",
            "X-Gatehouse-Upload: " + "0".repeat(64),
            "X-Request-Id: a\tb",
            "Upgrade: websocket",
            "Connection: Upgrade, HTTP2-Settings",
            "Expect: 100-continue",
            "Expect: miracles",
            "Transfer-Encoding: gzip",
            "Trailer: Content-Length");

    private final RandomGenerator random;
    private final Mutilation fields;

    Garbage(RandomGenerator random) {
        this.random = random;
        this.fields = new Mutilation(random);
    }

    Drawn draw(Call call, String authorization) {
        Drawn drawn = new Drawn(call, authorization);
        int kind = random.nextInt(100);
        if (kind < 64) {
            field(call, drawn);
        } else if (kind < 74) {
            bytes(drawn);
        } else if (kind < 84) {
            address(drawn);
        } else if (kind < 92) {
            drawn.headers.add(random.nextInt(3) == 0 ? 0 : drawn.headers.size(), Words.of(random, HEADERS));
            drawn.whole = false;
        } else if (kind < 96) {
            drawn.method = Words.of(
                    random,
                    List.of(
                            "GET",
                            "HEAD",
                            "OPTIONS",
                            "TRACE",
                            "PUT",
                            "POST",
                            "PATCH",
                            "DELETE",
                            "PROPFIND",
                            "get",
                            "G\u00cbT"));
            drawn.whole = drawn.method.matches("[A-Z]+");
        } else {
            sending(drawn);
        }
        return drawn;
    }

    private void field(Call call, Drawn drawn) {
        ObjectNode valid = call.fields();
        if (valid == null || valid.isEmpty()) {
            address(drawn);
        } else if (call.reads()) {
            drawn.target = call.path() + "?" + query(valid);
            drawn.whole = parseable(drawn.target);
        } else {
            drawn.body = fields.body(valid).getBytes(UTF_8);
        }
    }

    private String query(ObjectNode valid) {
        List<String> names = List.copyOf(valid.propertyNames());
        String struck = Words.of(random, names);
        String value = switch (random.nextInt(4)) {
            case 0 -> struck.equals("order_by") ? Words.order(random) : Words.filter(random);
            case 1 -> Words.large(random);
            default -> Words.value(random);
        };
        String spoilt = URLEncoder.encode(value.replaceAll("^\"|\"$", ""), UTF_8);
        String rest = Speaker.query(valid.deepCopy().without(struck));
        return switch (random.nextInt(7)) {
            case 0 -> rest;
            case 1 -> rest + "&" + struck + "=a&" + struck + "=" + spoilt;
            case 2 ->
                rest + "&" + struck + "="
                        + Words.of(random, PIECES.subList(0, 20)).replace("\u00e9", "%E9");
            case 3 -> rest + "&" + struck;
            case 4 -> rest + "&" + Mutilation.camel(struck) + "=" + spoilt;
            default -> rest + "&" + struck + "=" + spoilt;
        };
    }

    private void bytes(Drawn drawn) {
        byte[] body = drawn.body;
        drawn.body = switch (random.nextInt(9)) {
            case 0 -> java.util.Arrays.copyOf(body, random.nextInt(body.length + 1));
            case 1 -> spoilt(body);
            case 2 -> fields.bytes(random.nextInt(2_000));
            case 3 -> new String(body, UTF_8).getBytes(UTF_16);
            case 4 -> Speaker.joined(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, body);
            case 5 ->
                ("[".repeat(random.nextInt(1, 5_000)) + "{\"a\":".repeat(random.nextInt(1, 5_000))).getBytes(UTF_8);
            case 6 -> ("[" + new String(body, UTF_8) + "]").getBytes(UTF_8);
            case 7 -> new String(body, UTF_8).replace("a", "\u00e9").getBytes(ISO_8859_1);
            default ->
                IntStream.range(0, random.nextInt(1, 20_000))
                        .mapToObj(i -> "\"k" + i + "\":" + i)
                        .collect(Collectors.joining(",", "{", "}"))
                        .getBytes(UTF_8);
        };
    }

    private byte[] spoilt(byte[] body) {
        byte[] spoilt = body.clone();
        for (int i = random.nextInt(1, 4); i > 0 && spoilt.length > 0; i--) {
            spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
        }
        return spoilt;
    }

    private void address(Drawn drawn) {
        int from = drawn.target.indexOf('/', 1);
        int at = random.nextInt(Math.max(1, from), drawn.target.length() + 1);
        String piece = Words.of(random, PIECES);
        drawn.target = switch (random.nextInt(4)) {
            case 0 -> drawn.target.substring(0, at) + piece;
            case 1 -> drawn.target + (drawn.target.contains("?") ? "&" : "?") + piece + "=" + piece;
            case 2 ->
                drawn.target + (drawn.target.contains("?") ? "&" : "?") + "a=1&".repeat(random.nextInt(1, 10_000));
            default -> drawn.target.substring(0, at) + piece + drawn.target.substring(at);
        };
        // A server closes after what it cannot even parse.
        drawn.whole = parseable(drawn.target);
    }

    private static boolean parseable(String target) {
        return target.matches("[\\x21-\\x7e&&[^{}|^]]{1,2000}");
    }

    private void sending(Drawn drawn) {
        drawn.whole = false;
        byte[] body = drawn.body;
        switch (random.nextInt(7)) {
            case 0 -> {
                drawn.announced = false;
                drawn.headers.add("Content-Length: " + (body.length + random.nextInt(1, 100_000)));
            }
            case 1 -> drawn.headers.add("Content-Length: " + random.nextInt(0, body.length + 1));
            case 2 -> {
                drawn.headers.add(
                        "Content-Encoding: " + Words.of(random, List.of("gzip", "deflate", "br", "identity, gzip")));
                drawn.body = bomb(body);
            }
            case 3 -> chunked(drawn, Integer.toHexString(body.length) + "\r\n", "\r\n0\r\n\r\n");
            case 4 ->
                chunked(drawn, Words.of(random, List.of("zz", "-1", "ffffffffffffffff", "", "7fffffff")) + "\r\n", "");
            case 5 -> chunked(drawn, Integer.toHexString(body.length + 10) + "\r\n", "");
            default ->
                chunked(
                        drawn,
                        Integer.toHexString(body.length) + ";" + "x".repeat(random.nextInt(1, 9_000)) + "\r\n",
                        "\r\n0\r\nTrailer: " + "y".repeat(9_000) + "\r\n\r\n");
        }
    }

    private static void chunked(Drawn drawn, String before, String after) {
        drawn.announced = false;
        drawn.headers.add("Transfer-Encoding: chunked");
        drawn.body = Speaker.joined(Speaker.joined(before.getBytes(UTF_8), drawn.body), after.getBytes(UTF_8));
    }

    /** Eight megabytes in eight kilobytes. */
    private static byte[] bomb(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
            for (int i = 0; i < 8; i++) {
                gzip.write(new byte[1024 * 1024]);
            }
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
        return packed.toByteArray();
    }
}
