package dev.rowan.execute;

import dev.rowan.error.DecodeException;
import dev.rowan.type.SqlType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A place in an order, as a text: a checksum, what tells the order, the direction, and the sort keys of the row at the place,
 * each by its kind and exactly.
 *
 * @param backward whether the rows before the place are asked for
 * @param keys the sort keys of the row at the place; null for NULL
 */
record Cursor(boolean backward, List<@Nullable Object> keys) {
    private static final int CHECKSUM = 4;
    private static final int LARGEST_SCALE = 20_000; // more than any database keeps

    String text(long fingerprint, List<? extends SqlType<?>> types) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(fingerprint);
            out.writeBoolean(backward);
            for (int i = 0; i < types.size(); i++) {
                write(out, types.get(i), keys.get(i));
            }
        } catch (IOException e) {
            throw new IllegalStateException("expected bytes to be written to memory", e);
        }
        byte[] payload = bytes.toByteArray();
        byte[] whole = ByteBuffer.allocate(CHECKSUM + payload.length)
                .putInt(checksum(payload))
                .put(payload)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    private static int checksum(byte[] payload) {
        CRC32 checksum = new CRC32();
        checksum.update(payload);
        return (int) checksum.getValue();
    }

    private static <T> void write(DataOutputStream out, SqlType<T> type, @Nullable Object key) throws IOException {
        out.writeBoolean(key != null);
        if (key == null) {
            return;
        }
        Object value = type.toColumn(type.javaType().cast(key));
        switch (type.kind()) {
            case BOOLEAN -> out.writeBoolean((Boolean) value);
            case SMALLINT, INTEGER, BIGINT -> out.writeLong(((Number) value).longValue());
            case REAL -> out.writeInt(Float.floatToRawIntBits((Float) value));
            case DOUBLE -> out.writeLong(Double.doubleToRawLongBits((Double) value));
            case UUID -> {
                out.writeLong(((UUID) value).getMostSignificantBits());
                out.writeLong(((UUID) value).getLeastSignificantBits());
            }
            case BINARY -> write(out, (byte[]) value);
            case DECIMAL, VARCHAR, TEXT, DATE, TIME, TIMESTAMP, INSTANT ->
                write(out, value.toString().getBytes(StandardCharsets.UTF_8));
            case JSON, ARRAY -> throw new IllegalStateException("expected a key that has an order, got " + type);
        }
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException if it was damaged, or made for another order
     */
    static Cursor of(String text, long fingerprint, List<? extends SqlType<?>> types) {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload(text)));
        try {
            if (in.readLong() != fingerprint) {
                throw new IllegalArgumentException(
                        "expected a cursor that was made by a query of this table in this order, got "
                                + "one of another; begin anew with Slice.first(…)");
            }
            boolean backward = in.readBoolean();
            List<@Nullable Object> keys = new ArrayList<>();
            for (SqlType<?> type : types) {
                keys.add(in.readBoolean() ? type.fromColumn(read(in, type.kind())) : null);
            }
            if (in.available() > 0) {
                throw damaged(null);
            }
            return new Cursor(backward, keys);
        } catch (IOException | DateTimeException | NumberFormatException | DecodeException e) {
            throw damaged(e);
        }
    }

    private static Object read(DataInputStream in, SqlType.Kind kind) throws IOException {
        return switch (kind) {
            case BOOLEAN -> in.readBoolean();
            case SMALLINT -> (short) in.readLong();
            case INTEGER -> (int) in.readLong();
            case BIGINT -> in.readLong();
            case REAL -> Float.intBitsToFloat(in.readInt());
            case DOUBLE -> Double.longBitsToDouble(in.readLong());
            case UUID -> new UUID(in.readLong(), in.readLong());
            case BINARY -> bytes(in);
            case DECIMAL -> decimal(text(in));
            case VARCHAR, TEXT -> text(in);
            case DATE -> LocalDate.parse(text(in));
            case TIME -> LocalTime.parse(text(in));
            case TIMESTAMP -> LocalDateTime.parse(text(in));
            case INSTANT -> Instant.parse(text(in));
            case JSON, ARRAY -> throw new IOException();
        };
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    /** A few characters can be a number whose digits fill the memory. */
    private static BigDecimal decimal(String text) throws IOException {
        BigDecimal decimal = new BigDecimal(text);
        if (Math.abs((long) decimal.scale()) > LARGEST_SCALE) {
            throw new IOException();
        }
        return decimal;
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException();
        }
        return in.readNBytes(length);
    }

    /**
     * The bytes of a text without their checksum.
     *
     * @throws IllegalArgumentException if it was damaged
     */
    static byte[] payload(String text) {
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw damaged(e);
        }
        if (whole.length <= CHECKSUM) {
            throw damaged(null);
        }
        byte[] payload = Arrays.copyOfRange(whole, CHECKSUM, whole.length);
        if (ByteBuffer.wrap(whole).getInt() != checksum(payload)) {
            throw damaged(null);
        }
        return payload;
    }

    private static IllegalArgumentException damaged(@Nullable Exception cause) {
        return new IllegalArgumentException(
                "expected a cursor as Sliced.next() or previous() gave it, got one that was cut or changed on its way;"
                        + " begin anew with Slice.first(…)",
                cause);
    }
}
