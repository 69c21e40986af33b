package dev.rowan.contract;

import static dev.rowan.blog.Authors.AUTHOR;
import static dev.rowan.blog.Comments.COMMENT;
import static dev.rowan.blog.Editions.EDITION;
import static dev.rowan.blog.Errata.ERRATUM;
import static dev.rowan.blog.Posts.POST;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.blog.Author;
import dev.rowan.blog.Comment;
import dev.rowan.blog.Edition;
import dev.rowan.blog.Erratum;
import dev.rowan.blog.Post;
import dev.rowan.row.Many;
import dev.rowan.row.One;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records that are inserted with what belongs to them by keys of several columns, or by keys that point at several tables. */
interface InsertLinkedContract extends OpenDatabase {
    private static Author author(int id, Comment... comments) {
        return new Author(
                id,
                "author " + id,
                null,
                One.unloaded(),
                Many.unloaded(),
                One.unloaded(),
                Many.unloaded(),
                Many.unloaded(),
                Many.of(List.of(comments)));
    }

    private void insertPosts() {
        db().execute(insertInto(POST)
                .rows(List.of(new Post(1, 1, null, "one", null, null), new Post(2, 1, null, "two", null, null))));
    }

    private static Edition edition(int postId, int number, Erratum... errata) {
        return new Edition(postId, number, One.unloaded(), Many.of(List.of(errata)));
    }

    @Test
    default void keyOfSeveralColumnsIsHandedToWhatRefersToIt() {
        insertPosts();

        List<Edition> inserted = db().insertGraph(
                        List.of(
                                edition(1, 2, new Erratum(1, null, null, "a"), new Erratum(2, 9, 9, "b")),
                                edition(2, 1),
                                edition(2, 3, new Erratum(3, null, null, "c"))),
                        EDITION.ERRATA);

        assertThat(inserted.get(0).errata())
                .extracting(Erratum::postId, Erratum::editionNumber)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1, 2), org.assertj.core.groups.Tuple.tuple(1, 2));
        assertThat(db().fetch(select().from(EDITION)
                        .include(EDITION.ERRATA.orderBy(e -> e.ID.asc()))
                        .orderBy(EDITION.POST_ID.asc(), EDITION.NUMBER.asc())))
                .isEqualTo(inserted);
    }

    @Test
    default void keyOfSeveralColumnsIsTakenFromWhatIsReferredTo() {
        insertPosts();
        Edition second = new Edition(2, 2);

        List<Erratum> inserted = db().insertGraph(
                        List.of(
                                new Erratum(1, null, null, "a", One.of(second)),
                                new Erratum(2, null, null, "b", One.of(new Edition(1, 7))),
                                new Erratum(3, 5, 5, "c", One.of(second)),
                                new Erratum(4, 5, 5, "d", One.none())),
                        ERRATUM.EDITION);

        assertThat(inserted)
                .extracting(erratum -> erratum.postId() + "/" + erratum.editionNumber())
                .startsWith("2/2", "1/7", "2/2");
        assertThat(db().fetch(select(EDITION.NUMBER).from(EDITION).orderBy(EDITION.NUMBER.asc())))
                .containsExactly(2, 7);
        assertThat(db().fetch(select().from(ERRATUM)
                        .where(ERRATUM.ID.le(3))
                        .include(ERRATUM.EDITION)
                        .orderBy(ERRATUM.ID.asc())))
                .isEqualTo(inserted.subList(0, 3));
    }

    @Test
    default void discriminatorIsSetOnWhatRefers() {
        List<Author> inserted = db().insertGraph(
                        List.of(
                                author(1, new Comment(1, "wrong", -1, 5), new Comment(2, "", -1, null)),
                                author(2, new Comment(3, "post", -1, 1))),
                        AUTHOR.COMMENTS);

        assertThat(inserted.get(1).comments())
                .extracting(comment -> comment.subject() + " " + comment.subjectId())
                .containsExactly("author 2");
        assertThat(db().fetch(select(COMMENT.SUBJECT_ID)
                        .from(COMMENT)
                        .where(COMMENT.SUBJECT.eq("author"))
                        .orderBy(COMMENT.ID.asc())))
                .containsExactly(1, 1, 2);
        assertThat(db().fetch(select().from(AUTHOR)
                        .include(AUTHOR.COMMENTS.orderBy(c -> c.ID.asc()))
                        .orderBy(AUTHOR.ID.asc())))
                .isEqualTo(inserted);
    }

    @Test
    default void discriminatorIsSetByTheAssociationThatIsNamed() {
        Comment comment =
                new Comment(1, "author", -1, 5, One.of(new Post(8, 1, null, "eight", null, null)), One.unloaded());

        Comment inserted = db().insertGraph(List.of(comment), COMMENT.ON_POST).get(0);

        assertThat(inserted.subject() + " " + inserted.subjectId()).isEqualTo("post 8");
        assertThat(db().fetchOne(select().from(COMMENT).include(COMMENT.ON_POST)))
                .isEqualTo(inserted);
    }
}
