package dev.rowan.contract;

import static dev.rowan.blog.Authors.AUTHOR;
import static dev.rowan.blog.Comments.COMMENT;
import static dev.rowan.blog.Editions.EDITION;
import static dev.rowan.blog.Errata.ERRATUM;
import static dev.rowan.blog.PostTags.POST_TAG;
import static dev.rowan.blog.Posts.POST;
import static dev.rowan.blog.Tags.TAG;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.blog.Author;
import dev.rowan.blog.Comment;
import dev.rowan.blog.Edition;
import dev.rowan.blog.Erratum;
import dev.rowan.blog.Post;
import dev.rowan.blog.PostTag;
import dev.rowan.blog.Posts;
import dev.rowan.blog.Tag;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.execute.StatementEvent;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.ToMany;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Associations of records that have been fetched before. */
interface LaterLoadContract extends OpenDatabase {
    @Test
    default void oneStatementLoadsForAllRecords() {
        List<Author> authors = IntStream.range(0, 500)
                .mapToObj(i -> new Author(i, "a" + i, i == 0 ? null : 0))
                .toList();
        db().execute(insertInto(AUTHOR).rows(authors));
        db().execute(insertInto(POST)
                .rows(List.of(new Post(1, 7, null, "x", 1, null), new Post(2, 7, 3, "y", 2, null))));
        List<StatementEvent> sent = new ArrayList<>();

        List<Author> loaded = db().withListener(sent::add).load(authors, AUTHOR.POSTS.where(p -> p.SCORE.gt(0)));

        assertThat(sent).hasSize(1);
        assertThat(loaded)
                .hasSize(500)
                .extracting(Author::id)
                .isEqualTo(authors.stream().map(Author::id).toList());
        assertThat(loaded.get(7).posts()).extracting(Post::id).containsExactly(1, 2);
        assertThat(loaded.get(8).posts()).isEmpty();
        assertThat(loaded.get(7).pupils().isLoaded()).isFalse();
        assertThat(authors.get(7).posts().isLoaded()).isFalse();
        assertThat(db().load(loaded.get(7), AUTHOR.MENTOR).mentor().get().name())
                .isEqualTo("a0");
        assertThat(db().load(loaded.get(7), AUTHOR.MENTOR).posts()).hasSize(2);
        assertThat(db().load(loaded.get(0), AUTHOR.MENTOR).mentor().optional()).isEmpty();
        assertThat(db().load(loaded.get(0), AUTHOR.PUPILS.limit(2).include(a -> a.MENTOR))
                        .pupils())
                .extracting(pupil -> pupil.mentor().get().id())
                .containsExactly(0, 0);
        sent.clear();
        assertThat(db().withListener(sent::add).load(List.<Author>of(), AUTHOR.POSTS))
                .isEmpty();
        assertThat(sent).isEmpty();
    }

    @Test
    default void everyKindOfAssociationIsLoadedLater() {
        db().execute(insertInto(POST).rows(List.of(new Post(1, 1, null, "x", 1, null))));
        db().execute(insertInto(TAG).rows(List.of(new Tag(1, "sql"))));
        db().execute(insertInto(POST_TAG).rows(List.of(new PostTag(1, 1, 1))));
        db().execute(insertInto(EDITION).rows(List.of(new Edition(1, 1))));
        List<Comment> comments = List.of(new Comment(1, "post", 1, 3), new Comment(2, "other", 1, 3));

        assertThat(db().load(new Post(1, 1, null, "x", 1, null), POST.TAGS).tags())
                .extracting(Tag::label)
                .containsExactly("sql");
        assertThat(db().load(comments, COMMENT.ON_POST))
                .extracting(comment -> comment.onPost().optional().map(Post::title))
                .containsExactly(Optional.of("x"), Optional.empty());
        assertThat(db().load(List.of(new Erratum(1, 1, 1, "a"), new Erratum(2, null, 1, "b")), ERRATUM.EDITION))
                .extracting(erratum -> erratum.edition().optional().isPresent())
                .containsExactly(true, false);
    }

    @Test
    default void aTransactionLoadsWhatItHasWritten() {
        db().transaction(tx -> {
            tx.execute(insertInto(AUTHOR).rows(List.of(new Author(1, "Ann", null))));
            tx.execute(insertInto(POST).rows(List.of(new Post(1, 1, null, "x", 1, null))));
            Post post = tx.fetchOne(select().from(POST));
            assertThat(tx.load(post, POST.AUTHOR).author().get().name()).isEqualTo("Ann");
            return post;
        });
    }

    @Test
    default void whatCannotBeLoadedIsRefused() {
        assertThatThrownBy(() -> db().load(new Author(1, "Ann", null), AUTHOR.POSTS.required()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected an include that leaves no record out");
        record Bare(int id) {}
        class Bares extends Table<Bare> {
            final ToMany<Bare, Post, Posts> POSTS = hasMany("posts", () -> POST, p -> p.AUTHOR_ID);

            Bares(TableName name) {
                super(name, Bare.class, Bares::new);
                integer("id").primaryKey();
            }
        }
        Bares bares = new Bares(TableName.of("authors"));
        assertThatThrownBy(() -> db().load(new Bare(1), bares.POSTS))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("has no component");
    }
}
