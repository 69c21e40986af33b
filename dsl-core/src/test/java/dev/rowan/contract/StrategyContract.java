package dev.rowan.contract;

import static dev.rowan.blog.Authors.AUTHOR;
import static dev.rowan.blog.Comments.COMMENT;
import static dev.rowan.blog.Editions.EDITION;
import static dev.rowan.blog.Errata.ERRATUM;
import static dev.rowan.blog.PostTags.POST_TAG;
import static dev.rowan.blog.Posts.POST;
import static dev.rowan.blog.Tags.TAG;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.schema.IncludeStrategy.AUTO;
import static dev.rowan.schema.IncludeStrategy.JOIN;
import static dev.rowan.schema.IncludeStrategy.JSON;
import static dev.rowan.schema.IncludeStrategy.KEYED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.blog.Author;
import dev.rowan.blog.Authors;
import dev.rowan.blog.Comment;
import dev.rowan.blog.Edition;
import dev.rowan.blog.Erratum;
import dev.rowan.blog.Post;
import dev.rowan.blog.PostTag;
import dev.rowan.blog.Tag;
import dev.rowan.error.DecodeException;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.execute.StatementEvent;
import dev.rowan.query.Select;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.schema.IncludeStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In how many statements includes come, and that each strategy does what it says. */
interface StrategyContract extends OpenDatabase {
    private boolean hasNestedRows() {
        return db().dialect().support(Feature.NESTED_ROWS) != Support.REFUSED;
    }

    private <R> List<R> fetch(Select<R, ?> select, List<StatementEvent> sent) {
        sent.clear();
        return db().withListener(sent::add).fetch(select);
    }

    private void insertAuthors(int count) {
        for (int from = 0; from < count; from += 2500) {
            int first = from;
            List<Author> authors = IntStream.range(from, Math.min(count, from + 2500))
                    .mapToObj(i -> new Author(i, "author " + i, null))
                    .toList();
            db().execute(insertInto(AUTHOR).rows(authors));
            db().execute(insertInto(POST)
                    .rows(authors.stream()
                            .map(a -> new Post(a.id(), a.id(), first, "post", null, null))
                            .toList()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 5000})
    default void statementsDependOnTheStrategyAndNotOnTheNumberOfParents(int parents) {
        insertAuthors(parents);
        Select<Author, Authors> authors = select().from(AUTHOR).orderBy(AUTHOR.ID.asc());
        List<StatementEvent> sent = new ArrayList<>();

        List<Author> keyed = fetch(
                authors.include(a -> a.POSTS
                        .strategy(KEYED)
                        .include(p -> p.TAGS.strategy(KEYED))
                        .include(p -> p.REVIEWER.strategy(KEYED))),
                sent);
        assertThat(sent).hasSize(parents > 4096 ? 6 : 4); // at most 4096 keys in each
        assertThat(keyed).hasSize(parents).allMatch(a -> a.posts().size() == 1);
        List<Author> chosen = fetch(
                authors.include(
                        a -> a.POSTS.strategy(AUTO).include(p -> p.TAGS).include(p -> p.REVIEWER.strategy(JOIN))),
                sent);
        assertThat(sent).hasSize(parents > 4096 ? 5 : 3);
        assertThat(chosen).isEqualTo(keyed);
        if (hasNestedRows()) {
            List<Author> json = fetch(
                    authors.include(
                            a -> a.POSTS.strategy(JSON).include(p -> p.TAGS).include(p -> p.REVIEWER)),
                    sent);
            assertThat(sent).hasSize(1);
            assertThat(json).isEqualTo(keyed);
        }
    }

    private void insertOnePostWithTenOfEach() {
        db().execute(insertInto(POST).rows(List.of(new Post(1, 1, null, "one", null, null))));
        for (int i = 1; i <= 10; i++) {
            db().execute(insertInto(COMMENT).rows(List.of(new Comment(i, "post", 1, i))));
            db().execute(insertInto(TAG).rows(List.of(new Tag(i, "tag " + i))));
            db().execute(insertInto(POST_TAG).rows(List.of(new PostTag(1, i, i))));
            db().execute(insertInto(EDITION).rows(List.of(new Edition(1, i))));
            db().execute(insertInto(ERRATUM).rows(List.of(new Erratum(i, i, 1, "e" + i))));
        }
    }

    @Test
    default void siblingCollectionsNeverMultiplyEachOther() {
        insertOnePostWithTenOfEach();
        List<StatementEvent> sent = new ArrayList<>();
        for (IncludeStrategy strategy : hasNestedRows() ? List.of(KEYED, AUTO, JSON) : List.of(KEYED, AUTO)) {
            List<Post> posts = fetch(
                    select().from(POST)
                            .include(p -> p.COMMENTS.strategy(strategy))
                            .include(p -> p.TAG_LINKS.strategy(strategy))
                            .include(p -> p.TAGS.strategy(strategy))
                            .include(p -> p.EDITIONS.strategy(strategy))
                            .include(p -> p.ERRATA.strategy(strategy)),
                    sent);

            assertThat(posts)
                    .singleElement()
                    .satisfies(post -> assertThat(List.of(
                                    post.comments().size(),
                                    post.tagLinks().size(),
                                    post.tags().size(),
                                    post.editions().size(),
                                    post.errata().size()))
                            .containsOnly(10));
            assertThat(sent).hasSize(strategy == JSON ? 1 : 6);
            assertThat(sent.stream().mapToLong(StatementEvent::rows).sum()).isLessThanOrEqualTo(51);
        }
    }

    @Test
    default void explainTellsHowEachIncludeIsLoaded() {
        String explained = db().explain(select().from(AUTHOR)
                .include(a -> a.POSTS.include(p -> p.REVIEWER.include(r -> r.COMMENTS)))
                .include(a -> a.PUPILS.recursive())
                .include(a -> a.MENTOR));

        assertThat(explained)
                .contains("""
                        authors.posts: KEYED, by one more statement for every 4096 keys
                          posts.reviewer: JOIN, in the same statement
                            authors.comments: KEYED, by one more statement\
                        """)
                .contains("authors.pupils: KEYED, by a statement for each level")
                .contains("authors.mentor: JOIN, in the same statement");
        Assumptions.assumeTrue(hasNestedRows());
        assertThat(db().explain(select().from(AUTHOR).include(a -> a.POSTS.strategy(JSON))))
                .contains("authors.posts: JSON, in the same statement");
    }

    @Test
    default void aStrategyThatCannotServeIsRefusedBeforeAnythingIsSent() {
        List<StatementEvent> sent = new ArrayList<>();

        assertThatThrownBy(() -> fetch(select().from(POST).include(p -> p.TAGS.strategy(JOIN)), sent))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("expected an include by JOIN to be of an association to one record");
        assertThatThrownBy(() -> fetch(
                        select().from(POST)
                                .include(p -> p.REVIEWER.where(r -> r.ID.gt(1)).strategy(JOIN)),
                        sent))
                .isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> fetch(
                        select().from(AUTHOR).include(a -> a.PUPILS.recursive().strategy(JSON)), sent))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("expected an include by JSON to end at a depth");
        if (!hasNestedRows()) {
            assertThatThrownBy(() -> fetch(select().from(POST).include(p -> p.TAGS.strategy(JSON)), sent))
                    .isInstanceOf(UnsupportedFeatureException.class);
        }
        assertThat(sent).isEmpty();
    }

    @Test
    default void aKeyThatLeadsNowhereIsAnErrorByEveryStrategy() {
        db().execute(insertInto(POST).rows(List.of(new Post(1, 99, null, "lost", null, null))));
        db().execute(insertInto(EDITION).rows(List.of(new Edition(1, 1))));

        for (IncludeStrategy strategy :
                hasNestedRows() ? IncludeStrategy.values() : new IncludeStrategy[] {KEYED, JOIN}) {
            assertThatThrownBy(() -> db().fetch(select().from(POST).include(p -> p.AUTHOR.strategy(strategy))))
                    .as(strategy.name())
                    .isInstanceOf(DecodeException.class)
                    .hasMessageContaining("for every key of association posts.author");
            if (strategy != JOIN) {
                assertThatThrownBy(() -> db().fetch(select().from(EDITION)
                                .include(e -> e.POST.strategy(strategy).include(p -> p.AUTHOR))))
                        .as(strategy.name())
                        .isInstanceOf(DecodeException.class)
                        .hasStackTraceContaining("for every key of association posts.author");
            }
        }
    }

    @Test
    default void aliasesAndNestedPathsServeEveryStrategy() {
        insertAuthors(3);
        Authors a = alias(AUTHOR, "a");
        List<Author> found = new ArrayList<>();
        for (IncludeStrategy strategy : hasNestedRows() ? List.of(KEYED, AUTO, JSON) : List.of(KEYED, AUTO)) {
            List<Author> authors = db().fetch(select().from(a)
                    .where(a.ID.gt(0))
                    .include(x -> x.POSTS
                            .where(p -> p.AUTHOR.path(y -> y.NAME).ne("author 1"))
                            .orderBy(p -> p.AUTHOR.path(y -> y.NAME).desc())
                            .limit(1)
                            .strategy(strategy)
                            .include(p -> p.REVIEWER.strategy(strategy)))
                    .orderBy(a.ID.asc()));
            found = found.isEmpty() ? authors : found;
            assertThat(authors).isEqualTo(found);
        }
        assertThat(found).extracting(x -> x.posts().size()).containsExactly(0, 1);
    }

    @Test
    default void largeCollectionsAreCompleteByEveryStrategy() {
        db().execute(insertInto(POST).rows(List.of(new Post(1, 1, null, "one", null, null))));
        for (int from = 0; from < 30_000; from += 1000) {
            int first = from;
            db().execute(insertInto(ERRATUM)
                    .rows(IntStream.range(first, first + 1000)
                            .mapToObj(i -> new Erratum(i, 1, 1, "e" + "x".repeat(60) + i))
                            .toList()));
        }
        List<Post> keyed = db().fetch(select().from(POST).include(p -> p.ERRATA.strategy(KEYED)));

        assertThat(keyed.get(0).errata()).hasSize(30_000);
        Assumptions.assumeTrue(hasNestedRows());
        assertThat(db().fetch(select().from(POST).include(p -> p.ERRATA.strategy(JSON))))
                .isEqualTo(keyed); // more than 2 MB
    }
}
