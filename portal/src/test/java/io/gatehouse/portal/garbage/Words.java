package io.gatehouse.portal.garbage;

import java.util.List;
import java.util.random.RandomGenerator;

/** Values that fields do not expect, as the JSON that stands for them. */
final class Words {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a\\u0000b",
            "\\ud800",
            "\\udc00\\ud800",
            "\ud83d\ude00\ud83c\udff4",
            "\\u202egnp.exe",
            "\\ufeff",
            "e\\u0301",
            "ＡＤＭＩＮ",
            "\\r\\nSet-Cookie: a=b",
            "' OR 1=1 --",
            "%' ESCAPE '",
            "../../etc/passwd",
            "..%252f..%252fetc",
            "file:///etc/passwd",
            "C:\\\\windows",
            "http://169.254.169.254/",
            "javascript:alert(1)",
            "<script>alert(1)</script>",
            "${jndi:ldap://127.0.0.1/a}",
            "#{7*7}",
            "%s%n%x",
            "{0}",
            "models:/x/1",
            "runs:/x/y",
            "mlflow-artifacts:/../x",
            "-1",
            "1e400",
            "NaN",
            "-Infinity",
            "9223372036854775808",
            "0x10",
            "1_000",
            "true",
            "null",
            "LATEST",
            "mlflow.runName",
            "gatehouse.x",
            "2026-13-45",
            "+999999999-12-31",
            "PR-99999999999999999999");
    private static final List<String> BARE = List.of(
            "null",
            "true",
            "false",
            "-1",
            "0",
            "-0.0",
            "1.5",
            "1e400",
            "-1e400",
            "1e-400",
            "NaN",
            "Infinity",
            "-Infinity",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "2147483648",
            "1e99999999",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "[{}]",
            "{\"a\":{\"b\":[]}}",
            "[\"a\",1,null,{}]");
    private static final List<String> IDENTIFIERS = List.of(
            "metrics.auc",
            "metric.`a b`",
            "params.depth",
            "param.\"x\"",
            "tags.mlflow.runName",
            "tag.t",
            "attributes.status",
            "attribute.start_time",
            "attr.run_id",
            "run_id",
            "run_name",
            "Created",
            "status",
            "dataset.name",
            "datasets.digest",
            "name",
            "creation_time",
            "last_update_time",
            "version_number",
            "source_path",
            "model_id",
            "creation_timestamp",
            "experiment_id",
            "metrics.",
            ".a",
            "metrics",
            "`",
            "metrics.a.b.c",
            "tags.'a'",
            "1",
            "");
    private static final List<String> COMPARATORS = List.of(
            "=",
            "!=",
            "<",
            "<=",
            ">",
            ">=",
            "LIKE",
            "like",
            "ILIKE",
            "IN",
            "NOT IN",
            "IS NULL",
            "IS NOT NULL",
            "IS",
            "==",
            "<>",
            "BETWEEN",
            "=~",
            "NOT",
            "");
    private static final List<String> OPERANDS = List.of(
            "1",
            "-1.5e-3",
            ".5",
            "1e400",
            "99999999999999999999999",
            "'a'",
            "\"a\"",
            "'%'",
            "'a%_b'",
            "''",
            "'it''s'",
            "'\\\\'",
            "('a','b')",
            "('a',)",
            "()",
            "(1)",
            "('a' 'b')",
            "NULL",
            "a",
            "'",
            "\"",
            "`x`",
            "'\\u0000'",
            "'\\ud800'",
            "1 1",
            "\ud83d\ude00");

    private Words() {}

    /** A value as JSON: text, number, anything. */
    static String value(RandomGenerator random) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> '"' + of(random, TEXTS) + '"';
            case 3 -> '"' + large(random) + '"';
            case 4 -> "[" + "{\"a\":".repeat(random.nextInt(1, 200)) + "1";
            default -> of(random, BARE);
        };
    }

    /** Ten thousand characters, of one kind or another. */
    static String large(RandomGenerator random) {
        String unit = of(random, List.of("x", "a/", "%", "_", "\ud83d\ude00", "\\u00e9", " ", "1", ".", "{", "\\n"));
        return unit.repeat(of(random, List.of(300, 1_001, 10_000, 70_000)) / unit.length());
    }

    /** Something like a filter, without its quotes as JSON. */
    static String filter(RandomGenerator random) {
        StringBuilder filter = new StringBuilder();
        int clauses = random.nextInt(12) == 0 ? random.nextInt(1, 400) : random.nextInt(1, 4);
        for (int i = 0; i < clauses; i++) {
            filter.append(i == 0 ? "" : of(random, List.of(" AND ", " and ", " AND AND ", " OR ", ";", " ", " , ")));
            filter.append(random.nextInt(20) == 0 ? "(" : "")
                    .append(of(random, IDENTIFIERS))
                    .append(' ');
            filter.append(of(random, COMPARATORS))
                    .append(' ')
                    .append(of(random, OPERANDS))
                    .append(random.nextInt(20) == 0 ? ")" : "");
        }
        String text = filter.toString().replace("\"", "\\\"").replace("\\\\\"", "\\\"");
        return random.nextInt(10) == 0
                ? text.substring(0, random.nextInt(text.length() + 1)).replaceAll("\\\\[u0-9a-f]{0,5}$", "")
                : text;
    }

    /** Something like a wish for an order, without its quotes. */
    static String order(RandomGenerator random) {
        return (of(random, IDENTIFIERS) + " " + of(random, List.of("ASC", "DESC", "desc", "", "UP", "ASC DESC", ",")))
                .replace("\"", "\\\"");
    }

    static <T> T of(RandomGenerator random, List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
