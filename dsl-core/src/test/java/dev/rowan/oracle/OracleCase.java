package dev.rowan.oracle;

import dev.rowan.contract.RandomCases;
import dev.rowan.execute.Database;
import dev.rowan.execute.Page;
import dev.rowan.execute.Paged;
import dev.rowan.execute.RowStream;
import dev.rowan.execute.Slice;
import dev.rowan.execute.Sliced;
import dev.rowan.execute.StatementEvent;
import dev.rowan.oracle.Query.Inclusion;
import dev.rowan.query.Select;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.schema.IncludeStrategy;
import dev.rowan.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One query, run in several ways. */
final class OracleCase {
    private final Database db;
    private final Query query;
    private final Random random;
    private final List<Object> expected;
    private final List<StatementEvent> sent = new ArrayList<>();

    OracleCase(Database db, Query query, Model model, Random random) {
        this.db = db.withListener(sent::add);
        this.query = query;
        this.random = random;
        this.expected = model.records(query);
    }

    /** Runs the query, and compares what it finds with the model. */
    void check() {
        Map<Integer, IncludeStrategy> byChance = strategiesByChance();
        Function<Inclusion, IncludeStrategy> strategies = one -> byChance.get(one.number());
        verify("fetch by " + byChance, () -> db.fetch(RowanQueries.inOrder(query, strategies)));
        int kind = random.nextInt(5);
        if (kind == 0) {
            compareStrategies();
        } else if (kind == 1) {
            verify("stream by " + byChance, () -> streamed(RowanQueries.inOrder(query, strategies)));
        } else if (kind == 2 && query.isWhole()) {
            verify("pages by " + byChance, () -> pages(RowanQueries.select(query, strategies)));
        } else if (kind == 3 && query.isWhole()) {
            verify("slices by " + byChance, () -> slices(RowanQueries.select(query, strategies)));
        }
        verifyCount();
    }

    private void compareStrategies() {
        for (IncludeStrategy strategy : List.of(IncludeStrategy.KEYED, IncludeStrategy.AUTO, IncludeStrategy.JSON)) {
            Function<Inclusion, IncludeStrategy> same =
                    one -> strategy != IncludeStrategy.JSON || canBeJson(one) ? strategy : IncludeStrategy.KEYED;
            verify("fetch by " + strategy, () -> db.fetch(RowanQueries.inOrder(query, same)));
        }
    }

    private boolean canBeJson(Inclusion include) {
        return include.isNestable() && db.dialect().support(Feature.NESTED_ROWS) != Support.REFUSED;
    }

    private Map<Integer, IncludeStrategy> strategiesByChance() {
        Map<Integer, IncludeStrategy> byChance = new HashMap<>();
        query.forEach(one -> {
            List<IncludeStrategy> possible = new ArrayList<>(Arrays.asList(IncludeStrategy.values()));
            if (!one.isJoinable()) {
                possible.remove(IncludeStrategy.JOIN);
            }
            if (!canBeJson(one)) {
                possible.remove(IncludeStrategy.JSON);
            }
            byChance.put(one.number(), RandomCases.oneOf(random, possible));
        });
        return byChance;
    }

    private List<Object> streamed(Select<Object, Table<Object>> select) {
        try (RowStream<Object> rows = db.stream(select)) {
            return rows.stream().collect(Collectors.toList());
        }
    }

    /** Pages of three rows, unless they were many. */
    private int partSize() {
        return Math.max(3, expected.size() / 4);
    }

    private List<Object> pages(Select<Object, Table<Object>> select) {
        List<Object> all = new ArrayList<>();
        for (Page page = Page.first(partSize()); ; page = page.next()) {
            Paged<Object> part = db.page(select, page);
            all.addAll(part.rows());
            if (part.total() != expected.size()) {
                throw new AssertionError("expected a total of " + expected.size() + ", got " + part.total());
            }
            if (!part.hasNext()) {
                return all;
            }
        }
    }

    private List<Object> slices(Select<Object, Table<Object>> select) {
        List<Object> all = new ArrayList<>();
        boolean backwards = random.nextBoolean();
        Slice first = backwards ? Slice.last(partSize()) : Slice.first(partSize());
        for (Optional<Slice> slice = Optional.of(first); slice.isPresent(); ) {
            Sliced<Object> part = db.slice(select, slice.get());
            all.addAll(backwards ? 0 : all.size(), part.rows());
            slice = backwards ? part.previous() : part.next();
        }
        return all;
    }

    private void verifyCount() {
        long count = db.count(RowanQueries.inOrder(query, one -> IncludeStrategy.AUTO));
        if (count != expected.size()) {
            throw new AssertionError("expected a count of " + expected.size() + ", got " + count + statements());
        }
    }

    /** Finds rows. */
    private interface Finder {
        List<Object> rows();
    }

    private void verify(String way, Finder finder) {
        sent.clear();
        List<Object> actual;
        try {
            actual = finder.rows();
        } catch (RuntimeException e) {
            throw new AssertionError(way + " failed: " + e + statements(), e);
        }
        if (!actual.equals(expected)) {
            throw new AssertionError(way + ": " + difference(actual) + statements());
        }
    }

    private String difference(List<Object> actual) {
        int same = 0;
        while (same < Math.min(expected.size(), actual.size())
                && actual.get(same).equals(expected.get(same))) {
            same++;
        }
        return "expected " + expected.size() + " rows, got " + actual.size() + ", of which row " + same + " differs"
                + "\nexpected: " + (same < expected.size() ? expected.get(same) : "none")
                + "\nactual:   " + (same < actual.size() ? actual.get(same) : "none");
    }

    private String statements() {
        return sent.stream()
                .map(event -> "\n" + event.sql().inlined())
                .collect(Collectors.joining("", "\nstatements:", ""));
    }
}
