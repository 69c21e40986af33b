package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.query.Sql.excluded;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Users.USER;

import dev.rowan.contract.Notes.Note;
import dev.rowan.render.Feature;
import java.util.Arrays;
import java.util.List;

/** What the features of inserts on conflict do with the rows of {@link FeatureUse}. */
final class UpsertUses {
    private UpsertUses() {}

    static FeatureUse of(Feature feature) {
        return switch (feature) {
            case CONFLICT_CLAUSE ->
                new FeatureUse(
                        db -> {
                            db.execute(insertInto(NOTE)
                                    .row(new Note(2, "x", 7))
                                    .row(new Note(4, null, 4))
                                    .onConflict(NOTE.KEY)
                                    .doUpdate(NOTE.RANK));
                            return db.fetch(select(NOTE.RANK).from(NOTE).orderBy(NOTE.ID.asc()));
                        },
                        Arrays.asList(1, 7, null, 4));
            case CONFLICT_OF_ONE_KEY ->
                new FeatureUse(
                        db -> {
                            db.execute(insertInto(USER)
                                    .row(ShopData.ANN)
                                    .set(USER.ID, 43)
                                    .onConflict(USER.BY_EMAIL)
                                    .doNothing());
                            return db.fetch(select(USER.ID).from(USER));
                        },
                        List.of(42L));
            case UPDATE_ON_ANY_CONFLICT ->
                new FeatureUse(
                        db -> {
                            db.execute(insertInto(NOTE)
                                    .row(new Note(2, "x", 7))
                                    .onConflictOfAnyKey()
                                    .doUpdate(NOTE.RANK));
                            return db.fetch(select().from(NOTE).where(NOTE.ID.eq(2)));
                        },
                        List.of(new Note(2, null, 7)));
            case CONDITIONAL_UPSERT ->
                new FeatureUse(
                        db -> {
                            db.execute(insertInto(NOTE)
                                    .row(new Note(1, "x", 0))
                                    .row(new Note(2, "x", 7))
                                    .onConflict(NOTE.KEY)
                                    .doUpdate(NOTE.TEXT, NOTE.RANK)
                                    .updateWhere(NOTE.RANK.lt(excluded(NOTE.RANK))));
                            return db.fetch(
                                    select().from(NOTE).where(NOTE.ID.le(2)).orderBy(NOTE.ID.asc()));
                        },
                        List.of(new Note(1, null, 1), new Note(2, "x", 7)));
            case RETURNING_OF_UPSERT ->
                new FeatureUse(
                        db -> db.fetch(insertInto(NOTE)
                                .row(new Note(2, "x", 7))
                                .row(new Note(4, null, 4))
                                .onConflict(NOTE.KEY)
                                .doNothing()
                                .returning(NOTE.ID)),
                        List.of(4L));
            default -> throw new AssertionError("expected a feature of upserts, got " + feature);
        };
    }
}
