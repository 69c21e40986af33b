package dev.rowan.example.blog;

import static dev.rowan.example.blog.PostTags.POST_TAG;
import static dev.rowan.example.blog.Posts.POST;
import static dev.rowan.example.blog.Tags.TAG;
import static dev.rowan.example.blog.Users.USER;
import static dev.rowan.expression.Functions.ifPresent;
import static dev.rowan.expression.Functions.lower;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;

import dev.rowan.example.web.Answer;
import dev.rowan.example.web.Call;
import dev.rowan.example.web.Refusal;
import dev.rowan.example.web.WebServer;
import dev.rowan.execute.Database;
import dev.rowan.execute.Paged;
import dev.rowan.execute.Retry;
import dev.rowan.execute.SqlExecutor;
import dev.rowan.execute.TransactionOptions;
import dev.rowan.expression.Condition;
import dev.rowan.migrate.LiveSchema;
import dev.rowan.query.Select;
import dev.rowan.query.SortSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The calls of the blog. */
public final class BlogApi {
    private static final SortSpec SORTS =
            SortSpec.of("createdAt", POST.CREATED_AT).and("title", POST.TITLE).and("views", POST.VIEWS);

    private static final Select<Post, Posts> POSTS =
            select().from(POST).include(POST.AUTHOR).include(POST.TAGS.orderBy(tag -> tag.LABEL.asc()));

    /** What meets another transaction is tried again, with a pause that grows. */
    private static final TransactionOptions TRIED_AGAIN = TransactionOptions.DEFAULT.withRetry(Retry.onConflict(10));

    private final Database db;

    private BlogApi(Database db) {
        this.db = db;
    }

    /** The blog on a database, of which it creates the tables that are missing; it is not started yet. */
    public static WebServer on(Database db) {
        LiveSchema.of(db).createMissing(USER, POST, TAG, POST_TAG);
        BlogApi blog = new BlogApi(db);
        return new WebServer()
                .route("GET", "/users", blog::users)
                .route("POST", "/users", blog::createUser)
                .route("GET", "/users/{id}", blog::user)
                .route("PATCH", "/users/{id}", blog::changeUser)
                .route("DELETE", "/users/{id}", blog::deleteUser)
                .route("GET", "/posts", blog::posts)
                .route("POST", "/posts", blog::createPost)
                .route("GET", "/posts/{id}", blog::viewPost)
                .route("DELETE", "/posts/{id}", blog::deletePost);
    }

    private Answer users(Call call) {
        return listed("users", db.page(select().from(USER).orderBy(USER.ID.asc()), call.page()), BlogApi::json);
    }

    private Answer user(Call call) {
        return db.find(USER.KEY, call.id())
                .map(user -> Answer.ok(json(user)))
                .orElseThrow(() -> Refusal.notFound("user", call.id()));
    }

    private Answer createUser(Call call) {
        var insert = insertInto(USER).setAll(call.body(), USER.NAME, USER.EMAIL, USER.AGE);
        return Answer.created(json(db.fetchOne(insert.returning())));
    }

    private Answer changeUser(Call call) {
        Map<String, Object> changes = call.body();
        if (changes.isEmpty()) {
            return user(call);
        }
        var change =
                update(USER).setAll(changes, USER.NAME, USER.EMAIL, USER.AGE).where(user -> user.ID.eq(call.id()));
        return db.fetchOptional(change.returning())
                .map(user -> Answer.ok(json(user)))
                .orElseThrow(() -> Refusal.notFound("user", call.id()));
    }

    private Answer deleteUser(Call call) {
        return deleted(db.execute(deleteFrom(USER).where(user -> user.ID.eq(call.id()))), "user", call.id());
    }

    private Answer posts(Call call) {
        Condition wanted = ifPresent(call.number("author"), POST.AUTHOR_ID::eq)
                .and(ifPresent(call.parameter("tag"), label -> POST.TAGS.any(tag -> tag.LABEL.eq(label))))
                .and(ifPresent(call.parameter("q"), BlogApi::mentions));
        var posts = POSTS.where(wanted).orderBy(call.sort(SORTS, "-createdAt"));
        return listed("posts", db.page(posts, call.page()), BlogApi::json);
    }

    private static Condition mentions(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return lower(POST.TITLE).contains(wanted).or(lower(POST.BODY).contains(wanted));
    }

    /** The author is who calls, whatever the body says. */
    private Answer createPost(Call call) {
        Map<String, Object> body = new LinkedHashMap<>(call.body());
        List<String> labels = labels(body.remove("tags"));
        var insert = insertInto(POST).setAll(body, POST.TITLE, POST.BODY).set(POST.AUTHOR_ID, call.header("X-User-Id"));
        Post created = db.transaction(TRIED_AGAIN, tx -> {
            long id = tx.fetchOne(insert.returning(POST.ID));
            for (String label : labels) {
                Tag tag = tx.insertOrGet(insertInto(TAG).set(TAG.LABEL, label), TAG.BY_LABEL)
                        .record();
                tx.execute(insertInto(POST_TAG).row(new PostTag(id, tag.id())));
            }
            return post(tx, id).orElseThrow();
        });
        return Answer.created(json(created));
    }

    /** In one order, so that two who tag at once do not wait for each other; each once. */
    private static List<String> labels(@Nullable Object tags) {
        TreeSet<String> labels = new TreeSet<>();
        if (tags == null) {
            return List.of();
        } else if (!(tags instanceof List<?> list)) {
            throw Refusal.badRequest("expected a list of tags");
        } else {
            for (Object tag : list) {
                if (!(tag instanceof String text)) {
                    throw Refusal.badRequest("expected tags that are texts, got " + tag);
                }
                labels.add(text.strip().toLowerCase(Locale.ROOT));
            }
        }
        return List.copyOf(labels);
    }

    private Answer viewPost(Call call) {
        Optional<Post> viewed = db.transaction(TRIED_AGAIN, tx -> {
            tx.execute(update(POST).set(POST.VIEWS, POST.VIEWS.plus(1)).where(POST.ID.eq(call.id())));
            return post(tx, call.id());
        });
        return viewed.map(post -> Answer.ok(json(post))).orElseThrow(() -> Refusal.notFound("post", call.id()));
    }

    private Answer deletePost(Call call) {
        return deleted(db.execute(deleteFrom(POST).where(post -> post.ID.eq(call.id()))), "post", call.id());
    }

    private static Optional<Post> post(SqlExecutor executor, long id) {
        return executor.fetchOptional(POSTS.where(POST.ID.eq(id)));
    }

    private static Answer deleted(long rows, String what, long id) {
        if (rows == 0) {
            throw Refusal.notFound(what, id);
        }
        return Answer.noContent();
    }

    private static <R> Answer listed(String name, Paged<R> rows, Function<R, Object> json) {
        Map<String, Object> pagination = new LinkedHashMap<>();
        pagination.put("page", rows.page().number());
        pagination.put("limit", rows.page().size());
        pagination.put("total", rows.total());
        pagination.put("pages", rows.pages());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(name, rows.rows().stream().map(json).toList());
        body.put("pagination", pagination);
        return Answer.ok(body);
    }

    private static Map<String, Object> json(User user) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", user.id());
        json.put("name", user.name());
        json.put("email", user.email());
        json.put("age", user.age());
        json.put("createdAt", user.createdAt().toString());
        return json;
    }

    private static Map<String, Object> json(Post post) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", post.id());
        json.put("title", post.title());
        json.put("body", post.body());
        json.put("views", post.views());
        json.put("tags", post.tags().stream().map(Tag::label).toList());
        json.put(
                "author",
                Map.of(
                        "name",
                        post.author().get().name(),
                        "email",
                        post.author().get().email()));
        json.put("createdAt", post.createdAt().toString());
        return json;
    }
}
