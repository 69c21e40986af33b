package dev.rowan.tpch;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;

/** A line of generated data, taken field by field, from left to right. */
final class Fields {
    private final Iterator<String> fields;

    Fields(String line) {
        fields = Arrays.asList(line.split("\\|", -1)).iterator();
    }

    String text() {
        return fields.next();
    }

    long key() {
        return Long.parseLong(text());
    }

    int number() {
        return Integer.parseInt(text());
    }

    BigDecimal decimal() {
        return new BigDecimal(text());
    }

    LocalDate date() {
        return LocalDate.parse(text());
    }
}
