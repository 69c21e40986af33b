package dev.rowan.schema;

import dev.rowan.expression.Identifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The names of constraints that nobody has named: the same in every run, and short enough for every database. */
public final class ConstraintNames {
    private static final int LONGEST = 63; // bytes, which the strictest database takes

    private ConstraintNames() {}

    /** {@code users_pkey}, what the primary key of a table is called that nobody has named. */
    public static Identifier ofPrimaryKey(TableName table) {
        return of(table.name(), "pkey");
    }

    /** {@code users_email_key} for table, columns and suffix; what is too long is cut and told apart by a checksum. */
    static Identifier of(Table<?> table, List<? extends Column<?, ?>> columns, String suffix) {
        String parts =
                columns.stream().map(column -> "_" + column.name().name()).collect(Collectors.joining());
        return of(table.tableName().name() + parts, suffix);
    }

    private static Identifier of(String whole, String suffix) {
        if (bytes(whole) + 1 + suffix.length() <= LONGEST) {
            return Identifier.of(whole + "_" + suffix);
        }
        String checksum = String.format(Locale.ROOT, "_%08x_%s", whole.hashCode(), suffix);
        int end = Math.min(whole.length(), LONGEST);
        while (bytes(whole.substring(0, end)) + checksum.length() > LONGEST
                || Character.isHighSurrogate(whole.charAt(end - 1))) {
            end--;
        }
        return Identifier.of(whole.substring(0, end) + checksum);
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
