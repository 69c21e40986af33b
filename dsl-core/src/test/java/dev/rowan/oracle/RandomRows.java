package dev.rowan.oracle;

import static dev.rowan.blog.Authors.AUTHOR;
import static dev.rowan.blog.Comments.COMMENT;
import static dev.rowan.blog.Editions.EDITION;
import static dev.rowan.blog.Errata.ERRATUM;
import static dev.rowan.blog.PostTags.POST_TAG;
import static dev.rowan.blog.Posts.POST;
import static dev.rowan.blog.Profiles.PROFILE;
import static dev.rowan.blog.Tags.TAG;
import static dev.rowan.contract.RandomCases.oneOf;

import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes rows by chance: with NULLs, equal values, and texts and decimals that are easily mistaken for others. */
final class RandomRows {
    private static final int MOST_ROWS = 40;
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "A",
            "a ",
            " a",
            "ab",
            "b",
            "B",
            "\u00e9",
            "e\u0301",
            "\u00df",
            "ss",
            "o'x",
            "a\\b",
            "%_",
            "null",
            "\"",
            "\u65e5\u672c",
            "\ud83d\ude42",
            "\uff5e",
            "1",
            "01",
            "[1,2]",
            "\n");
    private static final List<String> SUBJECTS = List.of("post", "post", "author", "author", "other", "Post", "post ");
    private static final List<BigDecimal> DECIMALS = List.of(
            new BigDecimal("0.0000"),
            new BigDecimal("0.0001"),
            new BigDecimal("1.5000"),
            new BigDecimal("-1.5000"),
            new BigDecimal("10.0000"),
            new BigDecimal("12345678901234.5677"),
            new BigDecimal("12345678901234.5678"),
            new BigDecimal("99999999999999.9999"),
            new BigDecimal("-99999999999999.9999"));

    private final Random random;
    private final Map<Table<?>, List<StoredRow>> rows = new LinkedHashMap<>();

    private RandomRows(Random random) {
        this.random = random;
    }

    static DataSet of(Random random) {
        RandomRows made = new RandomRows(random);
        made.authors();
        made.profiles();
        made.posts();
        made.comments();
        made.tags();
        made.links();
        made.editions();
        made.errata();
        made.rows.values().forEach(list -> Collections.shuffle(list, random));
        return new DataSet(made.rows);
    }

    /** A value that a column might hold. */
    static Object value(Column<?, ?> column, Random random) {
        Class<?> type = column.type().javaType();
        if (column == COMMENT.SUBJECT) {
            return oneOf(random, SUBJECTS);
        } else if (type == String.class) {
            return oneOf(random, TEXTS);
        } else if (type == BigDecimal.class) {
            return oneOf(random, DECIMALS);
        }
        return random.nextInt(50) == 0 ? Integer.MAX_VALUE : Integer.valueOf(random.nextInt(6) - 2);
    }

    private void authors() {
        add(AUTHOR);
        for (int id : ids()) {
            Object mentor = rows.get(AUTHOR).isEmpty() ? null : keyOf(AUTHOR.ID);
            add(AUTHOR, id, value(AUTHOR.NAME, random), orNull(mentor));
        }
    }

    private void profiles() {
        add(PROFILE);
        List<Integer> ids = ids();
        List<StoredRow> authors = new ArrayList<>(rows.get(AUTHOR));
        Collections.shuffle(authors, random);
        for (int i = 0; i < Math.min(ids.size(), authors.size()); i++) {
            add(PROFILE, ids.get(i), authors.get(i).value(AUTHOR.ID), value(PROFILE.TEXT, random));
        }
    }

    private void posts() {
        add(POST);
        for (int id : rows.get(AUTHOR).isEmpty() ? List.<Integer>of() : ids()) {
            add(
                    POST,
                    id,
                    keyOf(AUTHOR.ID),
                    orNull(keyOf(AUTHOR.ID)),
                    orNull(value(POST.TITLE, random)),
                    orNull(value(POST.SCORE, random)),
                    orNull(value(POST.PRICE, random)));
        }
    }

    private void comments() {
        add(COMMENT);
        for (int id : ids()) {
            Object subject = value(COMMENT.SUBJECT, random);
            Table<?> of = subject.equals("post")
                    ? POST
                    : subject.equals("author") ? AUTHOR : oneOf(random, List.of(POST, AUTHOR));
            boolean definite = subject.equals("post") || subject.equals("author");
            if (!rows.get(of).isEmpty() || !definite) {
                Object key = rows.get(of).isEmpty() || (!definite && random.nextBoolean())
                        ? Integer.valueOf(random.nextInt(100))
                        : keyOf(of.columns().get(0));
                add(COMMENT, id, subject, key, orNull(value(COMMENT.STARS, random)));
            }
        }
    }

    private void tags() {
        add(TAG);
        ids().forEach(id -> add(TAG, id, value(TAG.LABEL, random)));
    }

    private void links() {
        add(POST_TAG);
        Set<List<Object>> known = new HashSet<>();
        for (int i = rows.get(POST).isEmpty() || rows.get(TAG).isEmpty() ? 0 : size(); i > 0; i--) {
            List<Object> key = List.of(keyOf(POST.ID), keyOf(TAG.ID));
            if (known.add(key)) {
                add(POST_TAG, key.get(0), key.get(1), value(POST_TAG.WEIGHT, random));
            }
        }
    }

    private void editions() {
        add(EDITION);
        Set<List<Object>> known = new HashSet<>();
        for (int i = rows.get(POST).isEmpty() ? 0 : size(); i > 0; i--) {
            List<Object> key = List.of(keyOf(POST.ID), random.nextInt(5));
            if (known.add(key)) {
                add(EDITION, key.get(0), key.get(1));
            }
        }
    }

    private void errata() {
        add(ERRATUM);
        for (int id : ids()) {
            Object number = null;
            Object post = null;
            if (!rows.get(EDITION).isEmpty()) {
                StoredRow edition = oneOf(random, rows.get(EDITION));
                number = orNull(edition.value(EDITION.NUMBER));
                post = orNull(edition.value(EDITION.POST_ID));
            } else if (random.nextBoolean()) {
                number = random.nextInt(5);
            }
            add(ERRATUM, id, number, post, value(ERRATUM.TEXT, random));
        }
    }

    private void add(Table<?> table) {
        rows.put(table, new ArrayList<>());
    }

    private void add(Table<?> table, @Nullable Object... values) {
        rows.get(table).add(new StoredRow(table, Arrays.asList(values)));
    }

    private Object keyOf(Column<?, ?> key) {
        return oneOf(random, rows.get(key.table())).value(key);
    }

    private @Nullable Object orNull(@Nullable Object value) {
        return random.nextInt(10) < 3 ? null : value;
    }

    private int size() {
        return random.nextInt(5) == 0 ? random.nextInt(3) : random.nextInt(MOST_ROWS + 1);
    }

    private List<Integer> ids() {
        List<Integer> all =
                IntStream.range(-2, MOST_ROWS + 10).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(all, random);
        return all.subList(0, size());
    }
}
