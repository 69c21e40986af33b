package dev.rowan.type;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.rowan.error.DecodeException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A place in JSON that is read from front to back: a value, or an array that is entered. For one reading, in one thread. */
public final class JsonCursor {
    /** A value may be as long as Java's texts; that the server sent it is no more of a danger in JSON than without. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser parser;

    private JsonCursor(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads a text of JSON.
     *
     * @throws DecodeException if it is not well-formed, or not what the reader reads
     */
    static <T> @Nullable T read(String text, JsonReader<T> reader) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonCursor cursor = new JsonCursor(parser);
            cursor.move();
            return reader.read(cursor);
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    private static DecodeException malformed(IOException e) {
        return new DecodeException("expected JSON that the database made of rows, got another text", e);
    }

    private @Nullable JsonToken move() {
        try {
            return parser.nextToken();
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** Whether it is the JSON {@code null}. */
    public boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /**
     * Enters the array on which it stands, before its first element.
     *
     * @throws DecodeException if it is none
     */
    public void enter() {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw unexpected("an array");
        }
    }

    /** Moves on to the next element of the array that was entered last; false at its end, which leaves it. */
    public boolean next() {
        return move() != JsonToken.END_ARRAY;
    }

    boolean isText() {
        return parser.currentToken() == JsonToken.VALUE_STRING;
    }

    boolean isNumber() {
        return parser.currentToken() != null && parser.currentToken().isNumeric();
    }

    boolean isWholeNumber() {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
    }

    boolean isBoolean() {
        return parser.currentToken() != null && parser.currentToken().isBoolean();
    }

    /** The content of a text, or the digits of a number. */
    String text() {
        try {
            return parser.getText();
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    boolean truth() {
        return parser.currentToken() == JsonToken.VALUE_TRUE;
    }

    long wholeNumber() {
        try {
            return parser.getLongValue();
        } catch (IOException e) {
            throw new DecodeException(
                    "expected a whole number of 64 bits, got a larger one; cast the expression to a decimal", e);
        }
    }

    DecodeException unexpected(String expected) {
        return new DecodeException("expected " + expected + " in the JSON that the database made of rows, got "
                + parser.currentToken() + "; the column holds what its type excludes");
    }
}
