package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.expression.Functions.max;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.Products.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.contract.Notes.Note;
import dev.rowan.error.QueryException;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.execute.Database;
import dev.rowan.execute.StatementEvent;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.row.Row2;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A feature yields its one right result, or is refused before anything is sent; and what a dialect says of it is true. */
interface FeatureContract extends OpenDatabase {
    /** Uses the feature on three notes of ranks 1, 2 and NULL and on one product, and returns what came of it. */
    private static Object use(Feature feature, Database db) {
        Notes other = alias(NOTE, "other");
        return switch (feature) {
            case FULL_JOIN ->
                Set.copyOf(db.fetch(select(NOTE.ID, other.ID)
                        .from(NOTE)
                        .fullJoin(other)
                        .on(NOTE.ID.plus(1).eq(other.ID))));
            case NULLS_ORDER ->
                db.fetch(select(NOTE.ID)
                        .from(NOTE)
                        .orderBy(NOTE.RANK.desc().nullsFirst(), NOTE.ID.asc().nullsLast()));
            case OFFSET_WITHOUT_LIMIT ->
                db.fetch(select(NOTE.ID).from(NOTE).orderBy(NOTE.ID.asc()).offset(1));
            case LIMIT_IN_SUBQUERY ->
                db.fetch(select(NOTE.RANK)
                        .from(NOTE)
                        .where(NOTE.ID.in(select(other.ID)
                                .from(other)
                                .orderBy(other.ID.asc())
                                .limit(1))));
            case READ_OF_WRITTEN_TABLE -> {
                db.execute(deleteFrom(NOTE)
                        .where(NOTE.RANK.in(select(max(NOTE.RANK)).from(NOTE))));
                yield db.fetch(select(NOTE.ID).from(NOTE).orderBy(NOTE.ID.asc()));
            }
            case SIMULTANEOUS_ASSIGNMENT -> {
                db.execute(update(PRODUCT)
                        .set(PRODUCT.PRICE_IN_CENTS, PRODUCT.STOCK)
                        .set(PRODUCT.STOCK, PRODUCT.PRICE_IN_CENTS)
                        .everyRow());
                yield db.fetch(select(PRODUCT.PRICE_IN_CENTS, PRODUCT.STOCK).from(PRODUCT));
            }
        };
    }

    private static Object result(Feature feature) {
        return switch (feature) {
            case FULL_JOIN -> Set.of(row(1L, 2L), row(2L, 3L), row(3L, null), row(null, 1L));
            case NULLS_ORDER -> List.of(3L, 2L, 1L);
            case OFFSET_WITHOUT_LIMIT -> List.of(2L, 3L);
            case LIMIT_IN_SUBQUERY -> List.of(1);
            case READ_OF_WRITTEN_TABLE -> List.of(1L, 3L);
            case SIMULTANEOUS_ASSIGNMENT -> List.of(new Row2<>(ShopData.TEA.stock(), ShopData.TEA.priceInCents()));
        };
    }

    private static Row2<@Nullable Long, @Nullable Long> row(@Nullable Long one, @Nullable Long other) {
        return new Row2<>(one, other);
    }

    private void insertRows() {
        db().execute(insertInto(NOTE)
                .row(new Note(1, null, 1))
                .row(new Note(2, null, 2))
                .row(new Note(3, null, null)));
        db().execute(insertInto(PRODUCT).row(ShopData.TEA));
    }

    @ParameterizedTest
    @EnumSource
    default void featureYieldsItsResultOrIsRefusedBeforeAnythingIsSent(Feature feature) {
        insertRows();
        List<StatementEvent> sent = new ArrayList<>();

        if (db().dialect().support(feature) == Support.REFUSED) {
            assertThatThrownBy(() -> use(feature, recording(sent)))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining(db().dialect().toString())
                    .hasMessageContaining(feature.words())
                    .hasMessageContaining(feature.alternative());
            assertThat(sent).isEmpty();
        } else {
            assertThat(use(feature, db())).isEqualTo(result(feature));
        }
    }

    @ParameterizedTest
    @EnumSource
    default void featureIsNativeJustWhereTheServerUnderstandsTheStandard(Feature feature) {
        insertRows();
        Database standard = Database.of(dataSource(), new StandardDialect(db().dialect()));

        boolean understood;
        try {
            understood = Objects.equals(use(feature, standard), result(feature));
        } catch (QueryException refusal) {
            understood = false;
        }

        assertThat(understood).isEqualTo(db().dialect().support(feature) == Support.NATIVE);
    }
}
