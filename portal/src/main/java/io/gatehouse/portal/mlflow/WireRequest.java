package io.gatehouse.portal.mlflow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of one MLflow request, read without coercion: a number where text is declared is refused, as MLflow refuses it. Field names
 * are given in snake_case and found in lowerCamelCase too; unknown fields are ignored; {@code null} counts as absent. Every reader
 * throws {@link MlflowRefusal} with MLflow's wording for a missing or wrong value.
 */
public final class WireRequest {
    /** Longest excerpt of a wrong value that a message repeats. */
    private static final int EXCERPT = 200;

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,19}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,9})?");

    private final ObjectNode fields;
    private final String path;
    private final boolean fromQuery;

    private WireRequest(ObjectNode fields, String path, boolean fromQuery) {
        this.fields = fields;
        this.path = path;
        this.fromQuery = fromQuery;
    }

    static WireRequest ofBody(ObjectNode fields) {
        return new WireRequest(fields, "", false);
    }

    /** Fields that came as text in a query string; each is an array of its repetitions. */
    static WireRequest ofQuery(ObjectNode fields) {
        return new WireRequest(fields, "", true);
    }

    /** Required text, not empty. */
    public String text(String name) {
        return optionalText(name).filter(text -> !text.isEmpty()).orElseThrow(() -> missing(name));
    }

    /** Optional text; an explicit empty text is present. */
    public Optional<String> optionalText(String name) {
        JsonNode value = find(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw wrong(name, value);
        }
        return Optional.of(clean(name, value));
    }

    /** Text under either of two names, the first wins; for {@code run_id} and its old name {@code run_uuid}. */
    public String text(String name, String oldName) {
        return optionalText(name)
                .filter(text -> !text.isEmpty())
                .or(() -> optionalText(oldName).filter(text -> !text.isEmpty()))
                .orElseThrow(() -> missing(name));
    }

    /** Required 64-bit whole number, as a number or as decimal text. */
    public long int64(String name) {
        return optionalInt64(name).orElseThrow(() -> missing(name));
    }

    public OptionalLong optionalInt64(String name) {
        JsonNode value = find(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        if (value.isString() && WHOLE.matcher(value.stringValue()).matches()
                || value.isNumber() && !notANumber(value)) {
            try {
                return OptionalLong.of(decimal(value).longValueExact());
            } catch (ArithmeticException outside) {
                throw wrong(name, value);
            }
        }
        throw wrong(name, value);
    }

    /** Optional 32-bit whole number. */
    public OptionalInt optionalInt32(String name) {
        OptionalLong value = optionalInt64(name);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        if (value.getAsLong() != (int) value.getAsLong()) {
            throw wrong(name, java.util.Objects.requireNonNull(find(name)));
        }
        return OptionalInt.of((int) value.getAsLong());
    }

    /** Required double: a number, decimal text, or one of {@code NaN}, {@code Infinity}, {@code -Infinity}. */
    public double number(String name) {
        return optionalNumber(name).orElseThrow(() -> missing(name));
    }

    public OptionalDouble optionalNumber(String name) {
        JsonNode value = find(name);
        if (value == null) {
            return OptionalDouble.empty();
        }
        if (value.isNumber()) {
            // A whole number of hundreds of digits is beyond every double.
            double number = value.isBigInteger() ? value.bigIntegerValue().doubleValue() : value.doubleValue();
            if (value.isBigInteger() && Double.isInfinite(number)) {
                throw wrong(name, value);
            }
            return OptionalDouble.of(number);
        }
        if (value.isString()) {
            String text = value.stringValue();
            if (DECIMAL.matcher(text).matches()
                    || text.equals("NaN")
                    || text.equals("Infinity")
                    || text.equals("-Infinity")) {
                return OptionalDouble.of(Double.parseDouble(text));
            }
        }
        throw wrong(name, value);
    }

    /** A boolean; in a query string {@code true} or {@code false} in any case. */
    public boolean flag(String name, boolean fallback) {
        JsonNode value = find(name);
        if (value == null) {
            return fallback;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (fromQuery && value.stringValue().equalsIgnoreCase("true")) {
            return true;
        }
        if (fromQuery && value.stringValue().equalsIgnoreCase("false")) {
            return false;
        }
        throw wrong(name, value);
    }

    /** A constant by its name, or by its number in {@code inProtoOrder}, which lists the constants from number {@code first} on. */
    public <E extends Enum<E>> Optional<E> oneOf(String name, int first, List<E> inProtoOrder) {
        JsonNode value = find(name);
        if (value == null) {
            return Optional.empty();
        }
        for (int i = 0; i < inProtoOrder.size(); i++) {
            E constant = inProtoOrder.get(i);
            boolean byName = value.isString() && value.stringValue().equals(constant.name());
            boolean byNumber = value.isIntegralNumber() && value.canConvertToInt() && value.intValue() == first + i;
            if (byName || byNumber) {
                return Optional.of(constant);
            }
        }
        throw wrong(name, value);
    }

    /** A list of texts; absent is empty. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            if (!element.isString()) {
                throw wrong(name + "[" + texts.size() + "]", element);
            }
            texts.add(clean(name, element));
        }
        return texts;
    }

    /** A list of objects; absent is empty. Messages name their fields as {@code metrics[0].value}. */
    public List<WireRequest> objects(String name) {
        List<WireRequest> objects = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            String at = name + "[" + objects.size() + "]";
            if (!(element instanceof ObjectNode object)) {
                throw wrong(at, element);
            }
            objects.add(new WireRequest(object, path + at + ".", false));
        }
        return objects;
    }

    /** A nested object. */
    public Optional<WireRequest> object(String name) {
        JsonNode value = find(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof ObjectNode object)) {
            throw wrong(name, value);
        }
        return Optional.of(new WireRequest(object, path + name + ".", false));
    }

    /** Whether the field was sent at all. */
    public boolean has(String name) {
        return find(name) != null;
    }

    /** The refusal for a field that is not there. */
    public MlflowRefusal missing(String name) {
        return MlflowRefusal.invalid("Missing value for required parameter '" + path + name
                + "'. See the API docs for more information about request parameters.");
    }

    /** The refusal for a field that is there and wrong, for rules that only the caller knows. */
    public MlflowRefusal wrong(String name, String hint) {
        JsonNode value = find(name);
        return value == null
                ? missing(name)
                : MlflowRefusal.invalid(wrongText(name, value) + (hint.isEmpty() ? "" : ": " + hint));
    }

    private MlflowRefusal wrong(String name, JsonNode value) {
        return MlflowRefusal.invalid(wrongText(name, value));
    }

    private String wrongText(String name, JsonNode value) {
        String json = WireJson.compact(value);
        String excerpt = json.length() <= EXCERPT ? json : json.substring(0, EXCERPT) + "…";
        return "Invalid value " + excerpt + " for parameter '" + path + name + "' supplied";
    }

    private List<JsonNode> elements(String name) {
        JsonNode value = findAny(name);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrong(name, value);
        }
        return List.copyOf(value.asArray().values());
    }

    private @Nullable JsonNode find(String name) {
        JsonNode value = findAny(name);
        if (value != null && fromQuery && value.isArray()) {
            value = value.get(0);
        }
        return value == null || value.isNull() ? null : value;
    }

    private @Nullable JsonNode findAny(String name) {
        JsonNode value = fields.get(name);
        JsonNode camelled = name.indexOf('_') >= 0 ? fields.get(camelCase(name)) : null;
        if (value != null && camelled != null) {
            throw MlflowRefusal.invalid("Request specifies both '" + path + name + "' and '" + path + camelCase(name)
                    + "'; provide only one of them.");
        }
        return value == null ? camelled : value;
    }

    /** PostgreSQL stores no NUL in text, so none enters at any door. */
    private String clean(String name, JsonNode text) {
        if (text.stringValue().indexOf('\0') >= 0) {
            throw wrong(name, text);
        }
        return text.stringValue();
    }

    private static boolean notANumber(JsonNode value) {
        return value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue());
    }

    private static BigDecimal decimal(JsonNode value) {
        BigDecimal decimal = value.isString() ? new BigDecimal(value.stringValue()) : value.decimalValue();
        // A huge exponent would make longValueExact build a number of that many digits.
        if (decimal.precision() - (long) decimal.scale() > 20) {
            throw new ArithmeticException("more than 64 bits");
        }
        return decimal;
    }

    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_")) {
            camel.append(camel.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return camel.toString();
    }
}
