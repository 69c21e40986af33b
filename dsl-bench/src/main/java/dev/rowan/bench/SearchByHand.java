package dev.rowan.bench;

import dev.rowan.bench.R3Search.Filters;
import java.util.ArrayList;
import java.util.List;

/** A search by what its user filled in, as one writes it by hand. */
final class SearchByHand {
    static final String TABLE = "\"parcels\"";
    static final String ID = "\"parcels\".\"id\"";
    static final String OWNER_ID = "\"parcels\".\"owner_id\"";
    private static final String LABEL = "\"parcels\".\"label\"";
    private static final String PIECES = "\"parcels\".\"pieces\"";
    private static final String FRAGILE = "\"parcels\".\"fragile\"";
    private static final String WEIGHT = "\"parcels\".\"weight\"";
    private static final String PRICE = "\"parcels\".\"price\"";
    private static final String SENT_ON = "\"parcels\".\"sent_on\"";
    private static final String PRIORITY = "\"parcels\".\"priority\"";

    private final StringBuilder sql = new StringBuilder(512);
    private final List<Object> binds = new ArrayList<>(32);

    private SearchByHand() {}

    static TextAndBinds search(Filters filters) {
        SearchByHand search = new SearchByHand();
        search.sql
                .append("select ")
                .append(ID)
                .append(", ")
                .append(LABEL)
                .append(" from ")
                .append(TABLE);
        if (filters.label() != null) {
            search.and(LABEL, " = ?", filters.label());
        }
        if (filters.pieces() != null) {
            search.and(PIECES, " >= ?", filters.pieces());
        }
        if (filters.fragile() != null) {
            search.and(FRAGILE, " = ?", filters.fragile());
        }
        if (filters.weight() != null) {
            search.and(WEIGHT, " <= ?", filters.weight());
        }
        if (filters.price() != null) {
            search.and(PRICE, " <= ?", filters.price());
        }
        if (filters.sentOn() != null) {
            search.and(SENT_ON, " >= ?", filters.sentOn());
        }
        if (filters.priority() != null) {
            search.and(PRIORITY, " = ?", filters.priority());
        }
        if (filters.owners() != null) {
            search.andIn(OWNER_ID, filters.owners());
        }
        return new TextAndBinds(search.sql.toString(), search.binds.toArray());
    }

    private void and(String column, String comparison, Object value) {
        sql.append(binds.isEmpty() ? " where " : " and ").append(column).append(comparison);
        binds.add(value);
    }

    private void andIn(String column, List<Long> values) {
        sql.append(binds.isEmpty() ? " where " : " and ").append(column).append(" in (");
        for (int i = 0; i < values.size(); i++) {
            sql.append(i == 0 ? "?" : ", ?");
            binds.add(values.get(i));
        }
        sql.append(')');
    }
}
