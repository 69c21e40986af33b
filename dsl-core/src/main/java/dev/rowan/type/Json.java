package dev.rowan.type;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value: an object, an array, a text, a number, true, false, or {@link #NULL}, which is not SQL NULL. Immutable and
 * thread-safe. Two are equal when they say the same: blanks, the order of an object's keys and the way a number is written
 * do not count, and numbers are compared by all their digits.
 */
public final class Json {
    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final JsonFactory LENIENT = JsonFactory.builder().build();
    private static final BigInteger LARGEST_WHOLE = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    private static final BigInteger SMALLEST_WHOLE =
            BigInteger.ONE.shiftLeft(63).negate();

    /** The JSON {@code null}, a value; a column without a value is SQL NULL instead. */
    public static final Json NULL = new Json("null");

    private final String text;

    private Json(String text) {
        this.text = text;
    }

    /**
     * JSON from its text.
     *
     * @throws IllegalArgumentException if it is not well-formed, or an object in it has a key twice, of which databases keep
     *     the one or the other
     */
    public static Json of(String text) {
        parse(STRICT, text);
        return new Json(text);
    }

    /** The JSON text whose content is this text: {@code Json.string("a")} is {@code "a"} in quotes. */
    public static Json string(String content) {
        return new Json('"' + new String(JsonStringEncoder.getInstance().quoteAsString(content)) + '"');
    }

    /** JSON that a database has checked, and so is not checked again. For codecs. */
    public static Json unchecked(String text) {
        return new Json(text);
    }

    /** The text, as it was given or as the database writes it. */
    public String text() {
        return text;
    }

    /**
     * What it says, in Java: a map, a list, a text, a {@link BigDecimal} without zeros at its end, a boolean, or null. Maps and
     * lists cannot be changed.
     */
    public @Nullable Object value() {
        return parse(LENIENT, text);
    }

    /** The same JSON without blanks, and with no character escaped that need not be. For codecs. */
    public String compact() {
        StringWriter compact = new StringWriter(text.length());
        try (JsonParser parser = LENIENT.createParser(text);
                JsonGenerator generator = LENIENT.createGenerator(compact)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken().isNumeric()) {
                    generator.writeNumber(parser.getText()); // with the digits that it has
                } else {
                    generator.copyCurrentEvent(parser);
                }
            }
        } catch (IOException e) {
            throw malformed(e);
        }
        return compact.toString();
    }

    /** Whether a database that reads fractions and large numbers as {@code double} keeps every number in it. For dialects. */
    public boolean fitsDoubles() {
        return fitsDoubles(value());
    }

    private static boolean fitsDoubles(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return object.values().stream().allMatch(Json::fitsDoubles);
        } else if (value instanceof List<?> array) {
            return array.stream().allMatch(Json::fitsDoubles);
        }
        return !(value instanceof BigDecimal number) || isKept(number);
    }

    private static boolean isKept(BigDecimal number) {
        if (number.scale() <= 0 && number.precision() - number.scale() <= 20) {
            BigInteger whole = number.toBigIntegerExact();
            if (whole.compareTo(SMALLEST_WHOLE) >= 0 && whole.compareTo(LARGEST_WHOLE) <= 0) {
                return true;
            }
        }
        double near = number.doubleValue();
        return Double.isFinite(near) && new BigDecimal(Double.toString(near)).compareTo(number) == 0;
    }

    private static @Nullable Object parse(JsonFactory factory, String text) {
        try (JsonParser parser = factory.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new IllegalArgumentException("expected JSON, got a blank text");
            }
            Object value = value(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("expected one JSON value, got more after it, at character "
                        + parser.currentTokenLocation().getCharOffset());
            }
            return value;
        } catch (IOException e) {
            throw malformed(e);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("expected JSON with numbers that a BigDecimal holds, got another", e);
        }
    }

    private static IllegalArgumentException malformed(IOException e) {
        long offset = e instanceof com.fasterxml.jackson.core.JsonProcessingException malformed
                        && malformed.getLocation() != null
                ? malformed.getLocation().getCharOffset()
                : -1;
        return new IllegalArgumentException(
                "expected well-formed JSON whose objects have each key once, got another text; it fails at character "
                        + offset,
                e);
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                parser.getDecimalValue().stripTrailingZeros();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            parser.nextToken();
            object.put(key, value(parser));
        }
        return Collections.unmodifiableMap(object);
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return Collections.unmodifiableList(array);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Json that && (text.equals(that.text) || Objects.equals(value(), that.value()));
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(value());
    }

    /** The text. */
    @Override
    public String toString() {
        return text;
    }
}
