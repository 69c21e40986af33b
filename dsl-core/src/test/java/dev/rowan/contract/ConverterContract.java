package dev.rowan.contract;

import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.notNull;
import static dev.rowan.expression.Functions.onlyWhere;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.expression.Functions.when;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.derived;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.query.Sql.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.DecodeException;
import dev.rowan.expression.Identifier;
import dev.rowan.row.Many;
import dev.rowan.row.Row2;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PlainColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.ToMany;
import dev.rowan.type.SqlType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A type of the user's own stands in every clause, and always passes its converter. */
interface ConverterContract extends OpenDatabase {
    /** A code that is stored with a prefix, so that one which has not passed its converter is found out. */
    record Code(String letters) {
        static final SqlType<Code> TYPE = SqlType.varchar(20).mapped(Code.class, Code::stored, Code::read);

        private String stored() {
            return "code:" + letters;
        }

        private static Code read(String stored) {
            if (!stored.startsWith("code:")) {
                throw new DecodeException("expected a code, got another text");
            }
            return new Code(stored.substring(5));
        }
    }

    /** A table whose key is a code. */
    final class Coded extends Table<Coded.Item> {
        static final Coded CODED = new Coded(TableName.of("coded"));

        final PlainColumn<Item, Code> CODE = column("code", Code.TYPE).primaryKey();
        final PlainColumn<Item, @Nullable Code> PARENT_CODE = column("parent_code", Code.TYPE);
        final NumberColumn<Item, @Nullable Integer> RANK = integer("rank");
        final ToMany<Item, Item, Coded> PARTS = hasMany("parts", () -> CODED, item -> item.PARENT_CODE);

        private Coded(TableName name) {
            super(name, Item.class, Coded::new);
        }

        record Item(
                Code code,
                @Nullable Code parentCode,
                @Nullable Integer rank,
                Many<Item> parts) {}
    }

    private static Code code(String letters) {
        return new Code(letters);
    }

    private void withCodes(Runnable use) {
        create(Coded.CODED);
        try {
            db().execute(insertInto(Coded.CODED)
                    .rows(List.of(
                            new Coded.Item(code("b"), null, 1, Many.unloaded()),
                            new Coded.Item(code("a"), code("b"), 2, Many.unloaded()),
                            new Coded.Item(code("c'"), code("b"), null, Many.unloaded()))));
            use.run();
        } finally {
            run("drop table " + name(Coded.CODED.identifier()));
        }
    }

    private String name(Identifier identifier) {
        return identifier.quoted(db().dialect().quotes());
    }

    private void run(String sql) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    default void convertedValueIsSelectedFoundAndSorted() {
        Coded t = Coded.CODED;
        withCodes(() -> {
            var codes = select(t.CODE).from(t).orderBy(t.CODE.asc());
            assertThat(db().fetch(codes)).containsExactly(code("a"), code("b"), code("c'"));
            assertThat(db().fetch(select(t.CODE).from(t).orderBy(t.CODE.desc()).limit(1)))
                    .containsExactly(code("c'"));
            assertThat(db().fetch(select(t.PARENT_CODE).from(t).where(t.RANK.eq(1))))
                    .containsExactly((Code) null);
            assertThat(db().fetch(codes.where(t.CODE.eq(code("a"))))).containsExactly(code("a"));
            assertThat(db().fetch(codes.where(t.CODE.ne(code("a"))))).containsExactly(code("b"), code("c'"));
            assertThat(db().fetch(codes.where(t.CODE.in(code("a"), code("c'"), code("x")))))
                    .containsExactly(code("a"), code("c'"));
            assertThat(db().fetch(codes.where(t.CODE.notIn(code("a"), code("c'")))))
                    .containsExactly(code("b"));
            assertThat(db().fetch(codes.where(t.PARENT_CODE.isNotDistinctFrom(code("b")))))
                    .containsExactly(code("a"), code("c'"));
            Coded parent = alias(t, "parent");
            assertThat(db().fetch(codes.where(
                            t.CODE.in(select(parent.PARENT_CODE).from(parent).where(parent.PARENT_CODE.isNotNull())))))
                    .containsExactly(code("b"));
            assertThat(db().fetch(select(t.CODE, parent.CODE)
                            .from(t)
                            .join(parent)
                            .on(t.PARENT_CODE.eq(parent.CODE))
                            .orderBy(t.CODE.asc())))
                    .containsExactly(new Row2<>(code("a"), code("b")), new Row2<>(code("c'"), code("b")));
        });
    }

    @Test
    default void convertedValueIsGroupedAndComputedWith() {
        Coded t = Coded.CODED;
        withCodes(() -> {
            assertThat(db().fetch(select(t.PARENT_CODE, count())
                            .from(t)
                            .groupBy(t.PARENT_CODE)
                            .having(count().gt(1))))
                    .containsExactly(new Row2<>(code("b"), 2L));
            assertThat(db().fetch(select(t.PARENT_CODE).from(t).distinct().where(t.PARENT_CODE.isNotNull())))
                    .containsExactly(code("b"));
            var known = when(t.PARENT_CODE.isNotNull(), notNull(t.PARENT_CODE));
            assertThat(db().fetch(select(known.otherwise(t.CODE)).from(t).orderBy(t.CODE.asc())))
                    .containsExactly(code("b"), code("b"), code("b"));
            assertThat(db().fetch(select(known.otherwise(code("none"))).from(t).orderBy(t.CODE.asc())))
                    .containsExactly(code("b"), code("none"), code("b"));
            assertThat(db().fetch(select(when(t.RANK.eq(1), t.CODE).otherwise(code("other")))
                            .from(t)
                            .orderBy(t.CODE.asc())))
                    .containsExactly(code("other"), code("b"), code("other"));
            assertThat(db().fetch(select(when(t.RANK.eq(1), t.CODE).end())
                            .from(t)
                            .orderBy(t.CODE.asc())))
                    .containsExactly(null, code("b"), null);
            assertThat(db().fetch(select(onlyWhere(t.RANK.eq(2), t.CODE))
                            .from(t)
                            .orderBy(t.CODE.asc())))
                    .containsExactly(code("a"), null, null);
            assertThat(db().fetch(select(value(Code.TYPE, code("v"))).from(t).limit(1)))
                    .containsExactly(code("v"));
            var inner = derived(select(t.CODE, t.RANK).from(t), "d");
            assertThat(db().fetch(select(inner.get(t.CODE))
                            .from(inner)
                            .where(inner.get(t.CODE).eq(code("a")))))
                    .containsExactly(code("a"));
            assertThat(db().fetch(select(t.CODE)
                            .from(t)
                            .where(t.RANK.eq(1))
                            .union(select(t.CODE).from(t).where(t.RANK.eq(1)))))
                    .containsExactly(code("b"));
            Coded listed = values(t, "v", List.of(new Coded.Item(code("l"), null, 1, Many.unloaded())));
            assertThat(db().fetch(select(listed.CODE).from(listed))).containsExactly(code("l"));
        });
    }

    @Test
    default void convertedValueIsInsertedUpdatedAndDeleted() {
        Coded t = Coded.CODED;
        withCodes(() -> {
            db().execute(insertInto(t).set(t.CODE, code("d")).set(t.PARENT_CODE, code("a")));
            db().execute(update(t).set(t.PARENT_CODE, code("z")).where(t.CODE.eq(code("d"))));
            db().execute(update(t).set(t.PARENT_CODE, t.CODE).where(t.CODE.eq(code("b"))));
            db().execute(deleteFrom(t).where(t.CODE.eq(code("c'"))));

            assertThat(db().fetch(select(t.CODE, t.PARENT_CODE).from(t).orderBy(t.CODE.asc())))
                    .containsExactly(
                            new Row2<>(code("a"), code("b")),
                            new Row2<>(code("b"), code("b")),
                            new Row2<>(code("d"), code("z")));
        });
    }

    @Test
    default void convertedValueIsTheKeyOfAnAssociation() {
        Coded t = Coded.CODED;
        withCodes(() -> {
            List<Coded.Item> items =
                    db().fetch(select().from(t).orderBy(t.CODE.asc()).include(t.PARTS));

            assertThat(items).extracting(item -> item.parts().size()).containsExactly(0, 2, 0);
            assertThat(items.get(1).parts()).extracting(Coded.Item::code).containsExactly(code("a"), code("c'"));
        });
    }

    @Test
    default void valueThatItsConverterRefusesIsAnErrorOfItsColumn() {
        Coded t = Coded.CODED;
        withCodes(() -> {
            run("insert into " + name(Coded.CODED.identifier()) + " (" + name(Coded.CODED.CODE.name())
                    + ") values ('raw')");

            assertThatThrownBy(() -> db().fetch(select(t.CODE).from(t)))
                    .isInstanceOf(DecodeException.class)
                    .hasMessageContaining("code");
        });
    }
}
