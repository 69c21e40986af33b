package dev.rowan.dialect.h2;

import dev.rowan.type.Codecs;
import dev.rowan.type.SqlType.Kind;

/** How values travel to H2; apart from the dialect, for who only renders needs none. */
final class H2Codecs {
    static final Codecs ALL =
            Codecs.standard().with(Kind.JSON, new H2JsonCodec()).withArrays(new H2ArrayCodec());

    private H2Codecs() {}
}
