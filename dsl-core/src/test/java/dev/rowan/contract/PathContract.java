package dev.rowan.contract;

import static dev.rowan.blog.Authors.AUTHOR;
import static dev.rowan.blog.Comments.COMMENT;
import static dev.rowan.blog.Editions.EDITION;
import static dev.rowan.blog.Errata.ERRATUM;
import static dev.rowan.blog.Posts.POST;
import static dev.rowan.blog.Profiles.PROFILE;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.lower;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.exists;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.blog.Author;
import dev.rowan.blog.Authors;
import dev.rowan.blog.Comment;
import dev.rowan.blog.Edition;
import dev.rowan.blog.Erratum;
import dev.rowan.blog.Post;
import dev.rowan.blog.Posts;
import dev.rowan.blog.Profile;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.execute.Slice;
import dev.rowan.execute.Sliced;
import dev.rowan.query.Select;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.row.Row2;
import dev.rowan.row.Row3;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Columns that are read along to-one associations. */
interface PathContract extends OpenDatabase {
    private void fill() {
        db().execute(insertInto(AUTHOR)
                .rows(List.of(new Author(1, "Ann", null), new Author(2, "Bob", 1), new Author(3, "Cid", 2))));
        db().execute(insertInto(PROFILE).rows(List.of(new Profile(10, 1, "of Ann"))));
        db().execute(insertInto(POST)
                .rows(List.of(
                        new Post(1, 1, 2, "one", 5, null),
                        new Post(2, 2, null, "two", 6, null),
                        new Post(3, 3, 1, null, 7, null))));
        db().execute(insertInto(COMMENT)
                .rows(List.of(
                        new Comment(1, "post", 1, 3), new Comment(2, "author", 1, 4), new Comment(3, "post", 3, 5))));
        db().execute(insertInto(EDITION).rows(List.of(new Edition(1, 1), new Edition(1, 2))));
        db().execute(insertInto(ERRATUM).rows(List.of(new Erratum(1, 2, 1, "a"), new Erratum(2, null, 1, "b"))));
    }

    private int joins(Select<?, ?> select) {
        return db().render(select).text().split(" join ", -1).length - 1;
    }

    @Test
    default void equalPathsShareOneJoin() {
        fill();
        var named = select(POST.ID, POST.AUTHOR.path(a -> a.NAME))
                .from(POST)
                .where(p -> p.AUTHOR.path(a -> lower(a.NAME)).ne("bob"))
                .orderBy(p -> p.AUTHOR.path(a -> a.NAME).desc());

        assertThat(db().fetch(named)).containsExactly(new Row2<>(3, "Cid"), new Row2<>(1, "Ann"));
        assertThat(joins(named)).isEqualTo(1);
        assertThat(db().render(named).text()).doesNotContain("left join");
    }

    @Test
    default void aNullableKeyMakesItAnOuterJoin() {
        fill();
        var reviewed = select(POST.ID, POST.AUTHOR.path(a -> a.NAME), POST.REVIEWER.path(a -> a.NAME))
                .from(POST)
                .orderBy(POST.ID.asc());

        assertThat(db().fetch(reviewed))
                .containsExactly(new Row3<>(1, "Ann", "Bob"), new Row3<>(2, "Bob", null), new Row3<>(3, "Cid", "Ann"));
        assertThat(joins(reviewed)).isEqualTo(2);
        record Reviewed(int id, String reviewer) {}
        assertThatThrownBy(() -> db().fetch(
                                select(POST.ID, POST.REVIEWER.path(a -> a.NAME).as("reviewer"))
                                        .as(Reviewed.class)
                                        .from(POST)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("reviewer takes no null");
        record MaybeReviewed(int id, @Nullable String reviewer) {}
        assertThat(db().fetch(select(POST.ID, POST.REVIEWER.path(a -> a.NAME).as("reviewer"))
                        .as(MaybeReviewed.class)
                        .from(POST)
                        .where(POST.ID.eq(2))))
                .containsExactly(new MaybeReviewed(2, null));
    }

    @Test
    default void theKeyIsReadWithoutAJoin() {
        fill();
        var keys = select(POST.AUTHOR.path(a -> a.ID), POST.REVIEWER.path(a -> a.ID))
                .from(POST)
                .where(POST.AUTHOR.path(a -> a.ID).in(1, 2))
                .orderBy(POST.AUTHOR.path(a -> a.ID).asc());

        assertThat(db().fetch(keys)).containsExactly(new Row2<>(1, 2), new Row2<>(2, null));
        assertThat(joins(keys)).isZero();
        var far = select(POST.AUTHOR.path().MENTOR.path().ID).from(POST).orderBy(POST.ID.asc());
        assertThat(db().fetch(far)).containsExactly(null, 1, 2);
        assertThat(joins(far)).isEqualTo(1);
    }

    @Test
    default void pathsLeadOnAndStayOuter() {
        fill();
        var mentors = select(
                        POST.ID,
                        POST.AUTHOR.path(a -> a.MENTOR.path(m -> m.NAME)),
                        POST.AUTHOR.path(a -> a.MENTOR.path(m -> m.PROFILE.path(p -> p.TEXT))))
                .from(POST)
                .orderBy(POST.ID.asc());

        assertThat(db().fetch(mentors))
                .containsExactly(new Row3<>(1, null, null), new Row3<>(2, "Ann", "of Ann"), new Row3<>(3, "Bob", null));
        assertThat(joins(mentors)).isEqualTo(3);
    }

    @Test
    default void pathsAreReadInSubqueriesAndOfRowsAround() {
        fill();

        assertThat(db().fetch(select(AUTHOR.ID)
                        .from(AUTHOR)
                        .where(a ->
                                a.POSTS.any(p -> p.REVIEWER.path(r -> r.NAME).eq("Ann")))))
                .containsExactly(3);
        assertThat(db().fetch(select(POST.ID)
                        .from(POST)
                        .where(p -> p.COMMENTS.any(c -> c.STARS
                                .gt(4)
                                .and(c.ON_POST.path(q -> q.SCORE).eq(7))
                                .and(p.AUTHOR.path(a -> a.NAME).eq("Cid"))))))
                .containsExactly(3);
        assertThat(db().fetch(select(POST.ID, POST.AUTHOR.path(a -> a.POSTS.count()))
                        .from(POST)
                        .where(p -> p.AUTHOR.path(a ->
                                a.PUPILS.any(b -> b.MENTOR.path(m -> m.NAME).eq("Bob"))))))
                .containsExactly(new Row2<>(2, 1L));
        Posts other = alias(POST, "other");
        assertThat(db().fetch(select(POST.ID, other.ID)
                        .from(POST)
                        .join(other)
                        .on(other.ID.eq(POST.ID.plus(1)))
                        .where(POST.AUTHOR.path(a -> a.NAME).lt(other.AUTHOR.path().NAME))
                        .orderBy(POST.ID.asc())))
                .containsExactly(new Row2<>(1, 2), new Row2<>(2, 3));
    }

    @Test
    default void aPathOfAnOuterJoinedTableIsOuterToo() {
        fill();
        Posts next = alias(POST, "p1");
        var names = select(POST.ID, next.AUTHOR.path(a -> a.NAME))
                .from(POST)
                .leftJoin(next)
                .on(next.ID.eq(POST.ID.plus(1)))
                .orderBy(POST.ID.asc());

        assertThat(db().fetch(names)).containsExactly(new Row2<>(1, "Bob"), new Row2<>(2, "Cid"), new Row2<>(3, null));
    }

    @Test
    default void pathsAreGroupedBy() {
        fill();

        assertThat(db().fetch(select(COMMENT.ON_POST.path(p -> p.AUTHOR.path(a -> a.NAME)), count())
                        .from(COMMENT)
                        .where(COMMENT.ON_POST.any())
                        .groupBy(COMMENT.ON_POST.path().AUTHOR.path().NAME)
                        .orderBy(COMMENT.ON_POST
                                .path(p -> p.AUTHOR.path(a -> a.NAME))
                                .asc())))
                .containsExactly(new Row2<>("Ann", 1L), new Row2<>("Cid", 1L));
        assertThat(db().fetch(select(POST.AUTHOR.path(a -> a.ID), count())
                        .from(POST)
                        .groupBy(POST.AUTHOR.path().ID)
                        .having(count().gt(0))
                        .orderBy(POST.AUTHOR.path(a -> a.ID).asc())))
                .containsExactly(new Row2<>(1, 1L), new Row2<>(2, 1L), new Row2<>(3, 1L));
        assertThatThrownBy(() -> db().fetch(select(POST.AUTHOR.path(a -> a.NAME), count())
                        .from(POST)
                        .groupBy(POST.AUTHOR_ID)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("expected a column of group by");
    }

    @Test
    default void pathsByDiscriminatorAndBySeveralColumns() {
        fill();

        assertThat(db().fetch(select(
                                COMMENT.ID, COMMENT.ON_POST.path(p -> p.SCORE), COMMENT.ON_AUTHOR.path(a -> a.NAME))
                        .from(COMMENT)
                        .where(COMMENT.STARS.gt(2))
                        .orderBy(COMMENT.ID.asc())
                        .limit(5)))
                .containsExactly(new Row3<>(1, 5, null), new Row3<>(2, null, "Ann"), new Row3<>(3, 7, null));
        assertThat(db().fetch(select(ERRATUM.ID, ERRATUM.EDITION.path(e -> e.NUMBER.plus(e.POST.path().SCORE)))
                        .from(ERRATUM)
                        .orderBy(ERRATUM.ID.asc())))
                .containsExactly(new Row2<>(1, 7), new Row2<>(2, null));
        assertThat(db().fetch(select(ERRATUM.ID, ERRATUM.EDITION.path(e -> e.POST_ID))
                        .from(ERRATUM)
                        .orderBy(ERRATUM.ID.asc())))
                .as("a key that is NULL in part leads nowhere")
                .containsExactly(new Row2<>(1, 1), new Row2<>(2, null));
    }

    @Test
    default void pathsStartFromATableOfFrom() {
        assertThatThrownBy(() -> db().render(select(PROFILE.ID, POST.AUTHOR.path(a -> a.NAME))
                        .from(PROFILE)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("is read by the path posts.author, whose table is not in FROM");
        assertThatThrownBy(() -> db().render(deleteFrom(POST)
                        .where(POST.AUTHOR.path(a -> a.NAME).eq("Ann"))))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("got it in an update or a delete");
        assertThatThrownBy(() -> db().render(select(POST.ID)
                        .from(POST)
                        .join(PROFILE)
                        .on(POST.AUTHOR.path(a -> a.NAME).eq(PROFILE.TEXT))))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("in the condition of a join");
    }

    @Test
    default void anIncludeIsFilteredAndSortedByPaths() {
        fill();

        assertThat(db().fetch(select().from(AUTHOR)
                        .include(a -> a.REVIEWED
                                .where(p -> p.AUTHOR.path(x -> x.NAME).ne("Ann"))
                                .orderBy(p -> p.AUTHOR.path(x -> x.NAME).desc())
                                .limit(2))
                        .orderBy(AUTHOR.ID.asc())))
                .extracting(a -> a.reviewed().stream().map(Post::id).toList())
                .containsExactly(List.of(3), List.of(), List.of());
    }

    @Test
    default void aSubqueryWhoseTableHidesAPathIsRefused() {
        Authors p1 = alias(AUTHOR, "p1");

        assertThatThrownBy(() -> db().render(select(POST.ID, POST.AUTHOR.path(a -> a.NAME))
                        .from(POST)
                        .where(exists(select().from(p1).where(p1.NAME.eq(POST.AUTHOR.path().NAME))))))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining(
                        "column posts.author.name of the outer query is hidden by a table of the same name");
        fill();
        assertThat(db().fetch(select(POST.ID)
                        .from(POST)
                        .where(exists(select().from(p1)
                                .where(p1.NAME.eq(POST.AUTHOR.path().NAME).and(p1.MENTOR_ID.isNull()))))
                        .orderBy(POST.ID.asc())))
                .containsExactly(1);
    }

    @Test
    default void aPathIsNoTableToReadFrom() {
        assertThatThrownBy(() -> db().render(select(POST.ID).from(POST).crossJoin(POST.AUTHOR.path())))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("expected a table to read from, got the path posts.author");
    }

    @Test
    default void aCursorKnowsThePathOfItsKeys() {
        fill();
        var byAuthor = select().from(POST)
                .orderBy(p -> p.AUTHOR.path(a -> a.MENTOR.path(m -> m.NAME)).asc());
        var byReviewer = select().from(POST)
                .orderBy(p -> p.REVIEWER.path(a -> a.MENTOR.path(m -> m.NAME)).asc());
        Sliced<Post> first = db().slice(byAuthor, Slice.first(2));

        assertThat(db().slice(byAuthor, first.next().orElseThrow()).rows()).hasSize(1);
        assertThatThrownBy(() -> db().slice(byReviewer, first.next().orElseThrow()))
                .hasMessageContaining("expected a cursor that was made by a query of this table in this order");
    }

    @Test
    default void aLockIsNotForTheRowsOfPaths() {
        Assumptions.assumeTrue(db().dialect().support(Feature.FOR_UPDATE) != Support.REFUSED);
        fill();

        assertThat(db().fetch(select(POST.ID)
                        .from(POST)
                        .where(POST.REVIEWER.path(a -> a.NAME).eq("Bob"))
                        .forUpdate()))
                .containsExactly(1);
    }

    @Test
    default void aLimitedSubqueryIsSortedByItsPaths() {
        Assumptions.assumeTrue(db().dialect().support(Feature.LIMIT_IN_SUBQUERY) != Support.REFUSED);
        fill();

        assertThat(db().fetch(select(AUTHOR.ID)
                        .from(AUTHOR)
                        .where(AUTHOR.ID.in(select(POST.AUTHOR_ID)
                                .from(POST)
                                .orderBy(POST.AUTHOR.path().NAME.desc())
                                .limit(2)))
                        .orderBy(AUTHOR.ID.asc())))
                .containsExactly(2, 3);
    }
}
