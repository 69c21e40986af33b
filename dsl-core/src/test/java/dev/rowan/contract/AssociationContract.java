package dev.rowan.contract;

import static dev.rowan.blog.Authors.AUTHOR;
import static dev.rowan.blog.Comments.COMMENT;
import static dev.rowan.blog.Editions.EDITION;
import static dev.rowan.blog.Errata.ERRATUM;
import static dev.rowan.blog.PostTags.POST_TAG;
import static dev.rowan.blog.Posts.POST;
import static dev.rowan.blog.Profiles.PROFILE;
import static dev.rowan.blog.Tags.TAG;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
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
import dev.rowan.blog.Profile;
import dev.rowan.blog.Tag;
import dev.rowan.error.DecodeException;
import dev.rowan.execute.StatementEvent;
import dev.rowan.expression.Condition;
import dev.rowan.query.Select;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.row.One;
import dev.rowan.schema.Include;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every kind of association: in includes, and in what queries ask of the associated rows. */
interface AssociationContract extends OpenDatabase {
    private void fill() {
        db().execute(insertInto(AUTHOR)
                .rows(List.of(
                        new Author(1, "Ann", null),
                        new Author(2, "Bob", 1),
                        new Author(3, "Cid", 1),
                        new Author(4, "Dan", 2))));
        db().execute(insertInto(PROFILE).rows(List.of(new Profile(20, 2, "of Bob"), new Profile(10, 1, "of Ann"))));
        db().execute(insertInto(POST)
                .rows(List.of(
                        new Post(1, 1, 2, "one", 5, null),
                        new Post(2, 1, null, "two", null, null),
                        new Post(3, 2, 1, null, 7, null))));
        db().execute(insertInto(COMMENT)
                .rows(List.of(
                        new Comment(1, "post", 1, 3),
                        new Comment(2, "author", 1, 4),
                        new Comment(3, "post", 1, null),
                        new Comment(4, "author", 2, 1),
                        new Comment(5, "other", 1, 9))));
        db().execute(insertInto(TAG).rows(List.of(new Tag(1, "sql"), new Tag(2, "java"), new Tag(3, "tea"))));
        db().execute(insertInto(POST_TAG)
                .rows(List.of(
                        new PostTag(1, 2, 10), new PostTag(1, 1, 30), new PostTag(2, 1, 20), new PostTag(3, 3, 5))));
        db().execute(insertInto(EDITION)
                .rows(List.of(new Edition(1, 1), new Edition(1, 2), new Edition(2, 1), new Edition(3, 2))));
        db().execute(insertInto(ERRATUM)
                .rows(List.of(
                        new Erratum(1, 1, 1, "a"),
                        new Erratum(2, 2, 1, "b"),
                        new Erratum(3, 1, 2, "c"),
                        new Erratum(4, 2, 1, "d"),
                        new Erratum(5, null, 1, "e"),
                        new Erratum(6, 2, null, "f"))));
    }

    /** The records, which are the same however they are loaded. */
    private <R> List<R> everyWay(Select<R, ?> select, Include<R, ?, ?> include) {
        List<R> found = db().fetch(select.include(include));
        assertThat(db().fetch(select.include(include.strategy(KEYED)))).isEqualTo(found);
        if (!include.isRecursive() && db().dialect().support(Feature.NESTED_ROWS) != Support.REFUSED) {
            List<StatementEvent> events = new ArrayList<>();
            assertThat(db().withListener(events::add).fetch(select.include(include.strategy(JSON))))
                    .isEqualTo(found);
            assertThat(events).hasSize(1);
        }
        return found;
    }

    private List<Author> authors(Include<Author, ?, ?> include) {
        return everyWay(select().from(AUTHOR).orderBy(AUTHOR.ID.asc()), include);
    }

    private List<Post> posts(Include<Post, ?, ?> include) {
        return everyWay(select().from(POST).orderBy(POST.ID.asc()), include);
    }

    private List<Integer> postsWhere(Condition condition) {
        return db().fetch(select(POST.ID).from(POST).where(condition).orderBy(POST.ID.asc()));
    }

    private List<Integer> authorsWhere(Condition condition) {
        return db().fetch(select(AUTHOR.ID).from(AUTHOR).where(condition).orderBy(AUTHOR.ID.asc()));
    }

    @Test
    default void hasOneLeadsToTheRowThatPointsHereOrToNone() {
        fill();

        assertThat(authors(AUTHOR.PROFILE))
                .extracting(author -> author.profile().optional().map(Profile::text))
                .containsExactly(Optional.of("of Ann"), Optional.of("of Bob"), Optional.empty(), Optional.empty());
        assertThat(authors(AUTHOR.PROFILE.where(p -> p.ID.gt(10))))
                .extracting(author -> author.profile().optional().isPresent())
                .containsExactly(false, true, false, false);
        assertThat(authors(AUTHOR.PROFILE.required())).extracting(Author::id).containsExactly(1, 2);
        assertThat(authorsWhere(AUTHOR.PROFILE.none())).containsExactly(3, 4);
        assertThat(authorsWhere(AUTHOR.MENTOR.any(m -> m.NAME.eq("Ann")))).containsExactly(2, 3);
    }

    @Test
    default void hasOneOfSeveralRowsIsAnError() {
        fill();

        assertThatThrownBy(() -> db().fetch(select().from(TAG).include(TAG.LINK)))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("expected one row of post_tags for association tags.link, got several");
        assertThat(db().fetch(select().from(TAG)
                        .where(TAG.ID.gt(1))
                        .include(TAG.LINK)
                        .orderBy(TAG.ID.asc())))
                .extracting(tag -> tag.link().get().weight())
                .containsExactly(10, 5);
        assertThatThrownBy(() -> TAG.LINK.path(l -> l.WEIGHT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("are not declared to be unique");
    }

    @Test
    default void severalAssociationsLeadToOneTable() {
        fill();

        List<Author> authors = db().fetch(select().from(AUTHOR)
                .include(AUTHOR.POSTS)
                .include(AUTHOR.REVIEWED)
                .orderBy(AUTHOR.ID.asc()));

        assertThat(authors)
                .extracting(a -> a.posts().stream().map(Post::id).toList())
                .containsExactly(List.of(1, 2), List.of(3), List.of(), List.of());
        assertThat(authors)
                .extracting(a -> a.reviewed().stream().map(Post::id).toList())
                .containsExactly(List.of(3), List.of(1), List.of(), List.of());
    }

    @Test
    default void manyToManyLeadsThroughTheTableInBetween() {
        fill();
        List<StatementEvent> events = new ArrayList<>();

        List<Post> posts = db().withListener(events::add)
                .fetch(select().from(POST).include(POST.TAGS).orderBy(POST.ID.asc()));

        assertThat(posts)
                .extracting(p -> p.tags().stream().map(Tag::label).toList())
                .containsExactly(List.of("sql", "java"), List.of("sql"), List.of("tea"));
        assertThat(events).hasSize(2);
        assertThat(posts(POST.TAGS.where(t -> t.LABEL.ne("sql"))))
                .extracting(p -> p.tags().stream().map(Tag::label).toList())
                .containsExactly(List.of("java"), List.of(), List.of("tea"));
        assertThat(posts(POST.TAGS.orderBy(t -> t.LABEL.asc()).limit(1)))
                .extracting(p -> p.tags().stream().map(Tag::label).toList())
                .containsExactly(List.of("java"), List.of("sql"), List.of("tea"));
        assertThat(posts(POST.TAGS.where(t -> t.LABEL.eq("java")).required()))
                .extracting(Post::id)
                .containsExactly(1);
        assertThat(posts(POST.TAGS.include(t -> t.POSTS)))
                .extracting(p -> p.tags().stream()
                        .map(t -> t.posts().stream().map(Post::id).toList())
                        .toList())
                .containsExactly(List.of(List.of(1, 2), List.of(1)), List.of(List.of(1, 2)), List.of(List.of(3)));
    }

    @Test
    default void theColumnsOfTheTableInBetweenAreThoseOfAnAssociationToIt() {
        fill();

        assertThat(posts(POST.TAG_LINKS.where(l -> l.WEIGHT.ge(20)).include(l -> l.TAG)))
                .extracting(p -> p.tagLinks().stream()
                        .map(link -> link.weight() + " " + link.tag().get().label())
                        .toList())
                .containsExactly(List.of("30 sql"), List.of("20 sql"), List.of());
    }

    @Test
    default void manyToManyIsAskedAsOtherAssociationsAre() {
        fill();

        assertThat(postsWhere(POST.TAGS.any(t -> t.LABEL.eq("sql")))).containsExactly(1, 2);
        assertThat(postsWhere(POST.TAGS.none(t -> t.LABEL.eq("sql")))).containsExactly(3);
        assertThat(postsWhere(POST.TAGS.all(t -> t.LABEL.eq("sql")))).containsExactly(2);
        assertThat(postsWhere(POST.TAGS.count().eq(2))).containsExactly(1);
        assertThat(postsWhere(POST.TAGS.any(t -> t.POSTS.count().gt(1)))).containsExactly(1, 2);
    }

    @Test
    default void keysOfSeveralColumnsMatchAsAWhole() {
        fill();

        assertThat(posts(POST.EDITIONS.include(e -> e.ERRATA)))
                .extracting(p -> p.editions().stream()
                        .map(e -> e.errata().stream().map(Erratum::text).toList())
                        .toList())
                .containsExactly(List.of(List.of("a"), List.of("b", "d")), List.of(List.of("c")), List.of(List.of()));
        assertThat(posts(POST.EDITIONS.include(
                        e -> e.ERRATA.orderBy(x -> x.ID.desc()).limit(1))))
                .extracting(p -> p.editions().stream()
                        .map(e -> e.errata().stream().map(Erratum::text).toList())
                        .toList())
                .containsExactly(List.of(List.of("a"), List.of("d")), List.of(List.of("c")), List.of(List.of()));
        assertThat(db().fetch(select().from(ERRATUM).include(ERRATUM.EDITION).orderBy(ERRATUM.ID.asc())))
                .extracting(e -> e.edition().optional().map(Edition::number))
                .containsExactly(
                        Optional.of(1),
                        Optional.of(2),
                        Optional.of(1),
                        Optional.of(2),
                        Optional.empty(),
                        Optional.empty());
        assertThat(db().fetch(select(EDITION.POST_ID).from(EDITION).where(EDITION.ERRATA.none())))
                .containsExactly(3);
        assertThat(db().fetch(select(ERRATUM.ID)
                        .from(ERRATUM)
                        .where(ERRATUM.EDITION.any(e -> e.NUMBER.eq(1)))
                        .orderBy(ERRATUM.ID.asc())))
                .containsExactly(1, 3);
    }

    @Test
    default void discriminatorTellsWhichTableAKeyPointsAt() {
        fill();

        List<Comment> comments = db().fetch(select().from(COMMENT)
                .include(COMMENT.ON_POST)
                .include(COMMENT.ON_AUTHOR)
                .orderBy(COMMENT.ID.asc()));

        assertThat(comments)
                .extracting(c -> c.onPost().optional().map(Post::id))
                .containsExactly(Optional.of(1), Optional.empty(), Optional.of(1), Optional.empty(), Optional.empty());
        assertThat(comments)
                .extracting(c -> c.onAuthor().optional().map(Author::name))
                .containsExactly(
                        Optional.empty(), Optional.of("Ann"), Optional.empty(), Optional.of("Bob"), Optional.empty());
        assertThat(posts(POST.COMMENTS))
                .extracting(p -> p.comments().stream().map(Comment::id).toList())
                .containsExactly(List.of(1, 3), List.of(), List.of());
        assertThat(authors(AUTHOR.COMMENTS))
                .extracting(a -> a.comments().stream().map(Comment::id).toList())
                .containsExactly(List.of(2), List.of(4), List.of(), List.of());
        assertThat(postsWhere(POST.COMMENTS.any(c -> c.STARS.gt(8)))).isEmpty();
        assertThat(db().fetch(select(COMMENT.ID).from(COMMENT).where(COMMENT.ON_AUTHOR.any(a -> a.NAME.eq("Ann")))))
                .containsExactly(2);
    }

    @Test
    default void recursiveIncludeLoadsATreeToItsEnd() {
        fill();
        List<StatementEvent> events = new ArrayList<>();

        Author ann = db().withListener(events::add)
                .fetchOne(select().from(AUTHOR)
                        .where(AUTHOR.ID.eq(1))
                        .include(a -> a.PUPILS.orderBy(p -> p.NAME.desc()).recursive()));

        assertThat(namesBelow(ann)).isEqualTo("Ann(Cid Bob(Dan))");
        assertThat(events).hasSize(4); // Ann, and three levels, of which the last is empty
        assertThat(authors(AUTHOR.MENTOR.recursive()))
                .extracting(AssociationContract::mentors)
                .containsExactly("Ann", "Bob<Ann", "Cid<Ann", "Dan<Bob<Ann");
        Author withPosts =
                authors(AUTHOR.PUPILS.include(p -> p.POSTS).recursive()).get(0);
        assertThat(withPosts.pupils().get(0).posts()).extracting(Post::id).containsExactly(3);
        assertThat(withPosts.pupils().get(0).pupils().get(0).posts()).isEmpty();
        Authors root = alias(AUTHOR, "root");
        assertThat(db().fetch(select().from(root).where(root.MENTOR_ID.isNull()).include(a -> a.PUPILS.recursive())))
                .extracting(AssociationContract::namesBelow)
                .containsExactly("Ann(Bob(Dan) Cid)");
    }

    @Test
    default void recursiveIncludeStopsAtADepth() {
        fill();

        Author ann = authors(AUTHOR.PUPILS.recursive(1)).get(0);
        assertThat(ann.pupils().get(0).pupils().isLoaded()).isFalse();
        ann = authors(AUTHOR.PUPILS.recursive(2)).get(0);
        assertThat(ann.pupils().get(0).pupils()).extracting(Author::name).containsExactly("Dan");
        assertThat(ann.pupils().get(0).pupils().get(0).pupils().isLoaded()).isFalse();
    }

    @Test
    default void requiredRecursiveIncludeRequiresTheFirstLevelOnly() {
        fill();

        assertThat(authors(AUTHOR.PUPILS.required().recursive()))
                .extracting(AssociationContract::namesBelow)
                .containsExactly("Ann(Bob(Dan) Cid)", "Bob(Dan)");
    }

    @Test
    default void aRowThatIsItsOwnAncestorIsAnErrorUnlessTheDepthIsLimited() {
        db().execute(insertInto(AUTHOR)
                .rows(List.of(new Author(1, "Ann", 3), new Author(2, "Bob", 1), new Author(3, "Cid", 2))));

        assertThatThrownBy(() -> authors(AUTHOR.PUPILS.recursive()))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("a row that is its own ancestor");
        assertThat(authors(AUTHOR.MENTOR.recursive(3)))
                .extracting(AssociationContract::mentors)
                .containsExactly("Ann<Cid<Bob<Ann", "Bob<Ann<Cid<Bob", "Cid<Bob<Ann<Cid");
    }

    @Test
    default void aRequiredIncludeWithinAnotherLeavesRowsOfThatOneOut() {
        fill();

        assertThat(authors(AUTHOR.POSTS.include(
                        p -> p.TAGS.where(t -> t.LABEL.eq("java")).required())))
                .extracting(a -> a.posts().stream().map(Post::id).toList())
                .containsExactly(List.of(1), List.of(), List.of(), List.of());
        assertThat(posts(POST.REVIEWER.include(
                        a -> a.PROFILE.where(p -> p.ID.eq(20)).required())))
                .extracting(p -> p.reviewer().optional().map(Author::name))
                .containsExactly(Optional.of("Bob"), Optional.empty(), Optional.empty());
    }

    private static String namesBelow(Author author) {
        List<String> below =
                author.pupils().stream().map(AssociationContract::namesBelow).toList();
        return author.name() + (below.isEmpty() ? "" : "(" + String.join(" ", below) + ")");
    }

    private static String mentors(Author author) {
        One<Author> mentor = author.mentor();
        return author.name() + (mentor.isLoaded() && mentor.optional().isPresent() ? "<" + mentors(mentor.get()) : "");
    }
}
