package dev.rowan.type;

import dev.rowan.type.SqlType.Kind;
import java.util.EnumMap;
import java.util.Map;

/**
 * The codecs of one dialect, one per {@link Kind}. The standard set follows JDBC 4.2; a dialect replaces what its driver
 * does differently:
 *
 * <pre>{@code Codecs.standard().with(Kind.UUID, new UuidAsBinary())}</pre>
 */
public final class Codecs {
    private static final Codecs STANDARD = new Codecs(StandardCodecs.all(), ArrayCodec.STANDARD);

    private final Map<Kind, Codec<?>> codecs;
    private final ArrayCodec arrays;

    private Codecs(Map<Kind, Codec<?>> codecs, ArrayCodec arrays) {
        this.codecs = codecs;
        this.arrays = arrays;
    }

    /** The codecs of a driver that follows JDBC 4.2 to the letter. */
    public static Codecs standard() {
        return STANDARD;
    }

    /** Equal to these codecs, but with another codec for one kind of type. */
    public Codecs with(Kind kind, Codec<?> codec) {
        Map<Kind, Codec<?>> copy = new EnumMap<>(codecs);
        copy.put(kind, codec);
        return new Codecs(copy, arrays);
    }

    /** Equal to these codecs, but with another one for arrays of any type. */
    public Codecs withArrays(ArrayCodec codec) {
        return new Codecs(codecs, codec);
    }

    /** How arrays are bound. */
    ArrayCodec arrays() {
        return arrays;
    }

    /** Whether the kind is read as JDBC prescribes, so that a reader may call the driver's getter directly. */
    public boolean isStandard(Kind kind) {
        return codecs.get(kind) == STANDARD.codecs.get(kind);
    }

    /** The codec of a kind. */
    @SuppressWarnings("unchecked") // every kind has a codec for its own Java type, see StandardCodecs
    <T> Codec<T> get(Kind kind) {
        return (Codec<T>) java.util.Objects.requireNonNull(codecs.get(kind));
    }
}
