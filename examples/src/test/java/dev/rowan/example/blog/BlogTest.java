package dev.rowan.example.blog;

import static dev.rowan.example.blog.PostTags.POST_TAG;
import static dev.rowan.example.blog.Posts.POST;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rowan.example.web.Client;
import dev.rowan.example.web.Client.Reply;
import dev.rowan.example.web.Engine;
import dev.rowan.example.web.Load;
import dev.rowan.example.web.Scenario;
import dev.rowan.example.web.WebServer;
import dev.rowan.execute.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The calls of the blog and every status they answer with. */
class BlogTest {
    private static final String ANN = "{'name': 'Ann', 'email': 'Ann@Example.org', 'age': 30}";

    private static void on(Engine engine, Scenario test) throws Exception {
        try (Database db = Database.connect(engine.newDatabase("blog"));
                WebServer server = BlogApi.on(db).start(0)) {
            test.run(new Client(server.uri()), db);
        }
    }

    private static Reply post(Client client, long author, String title, String tags) {
        return client.post(
                "/posts",
                "{'title': '" + title + "', 'body': 'About " + title + "', 'tags': " + tags + "}",
                "X-User-Id",
                String.valueOf(author));
    }

    private static List<String> texts(JsonNode list, String field) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.get(field).asText()));
        return texts;
    }

    @ParameterizedTest
    @EnumSource
    void usersAreCreatedReadChangedAndDeleted(Engine engine) throws Exception {
        on(engine, (client, db) -> {
            Reply created = client.post("/users", ANN);
            assertThat(created.status()).isEqualTo(201);
            assertThat(created.json().get("email").asText()).isEqualTo("ann@example.org");
            String path = "/users/" + created.json().get("id").asLong();

            assertThat(client.get(path).json()).isEqualTo(created.json());

            Reply changed = client.patch(path, "{'age': 31}");
            assertThat(changed.status()).isEqualTo(200);
            assertThat(changed.json().get("age").asInt()).isEqualTo(31);
            assertThat(client.patch(path, "{'age': null}").json().get("age").isNull())
                    .isTrue();

            Reply deleted = client.delete(path);
            assertThat(deleted.status()).isEqualTo(204);
            assertThat(deleted.text()).isEmpty();
            assertThat(client.get(path).status()).isEqualTo(404);
            assertThat(client.patch(path, "{'age': 31}").status()).isEqualTo(404);
            assertThat(client.delete(path).status()).isEqualTo(404);
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrongWithAUserIsToldAtOnce(Engine engine) throws Exception {
        on(engine, (client, db) -> {
            Reply wrong = client.post("/users", "{'name': 'A', 'email': 'nowhere', 'age': 200}");
            assertThat(wrong.status()).isEqualTo(400);
            assertThat(wrong.json().get("error").asText()).isEqualTo("validation failed");
            assertThat(texts(wrong.json().get("details"), "field")).containsExactly("name", "email", "age");

            client.post("/users", ANN);
            Reply twice = client.post("/users", ANN.replace("Ann@", "ANN@"));
            assertThat(twice.status()).isEqualTo(400);
            assertThat(twice.json().get("error").asText()).isEqualTo("email already exists");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST | /users | {'name': 'Ann', 'email': 'a@b.org', 'role': 'admin'} | 400
            POST | /users | [1, 2]                       | 400
            POST | /users | null                         | 400
            POST | /users | {'name': 'Ann'               | 400
            POST | /posts | {'title': 'T', 'body': 'B'}  | 400
            GET  | /users/abc                       | '' | 400
            GET  | /users?page=0                    | '' | 400
            GET  | /users?limit=1000000000          | '' | 400
            GET  | /users?limit=abc                 | '' | 400
            GET  | /posts?sort=id%3Bdrop%20table    | '' | 400
            GET  | /posts?sort=-email               | '' | 400
            GET  | /users?page=99                   | '' | 200
            GET  | /nowhere                         | '' | 404
            PUT  | /users                           | '' | 405
            """)
    void wrongCallsAreRefused(String method, String path, String body, int status) throws Exception {
        on(
                Engine.H2,
                (client, db) ->
                        assertThat(client.send(method, path, body).status()).isEqualTo(status));
    }

    @ParameterizedTest
    @EnumSource
    void usersComeInPages(Engine engine) throws Exception {
        on(engine, (client, db) -> {
            assertThat(client.get("/users").text())
                    .isEqualTo("{\"users\":[],\"pagination\":{\"page\":1,\"limit\":10,\"total\":0,\"pages\":0}}");
            for (int i = 1; i <= 7; i++) {
                client.post("/users", "{'name': 'User " + i + "', 'email': 'u" + i + "@example.org'}");
            }

            JsonNode last = client.get("/users?page=3&limit=3").json();
            assertThat(texts(last.get("users"), "name")).containsExactly("User 7");
            assertThat(last.get("pagination").toString()).isEqualTo("{\"page\":3,\"limit\":3,\"total\":7,\"pages\":3}");
            assertThat(client.get("/users?page=4&limit=3").json().get("users").size())
                    .isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void postsAreFoundWithTheirAuthorsAndTags(Engine engine) throws Exception {
        on(engine, (client, db) -> {
            long ann = client.post("/users", ANN).json().get("id").asLong();
            long bob = client.post("/users", "{'name': 'Bob', 'email': 'bob@example.org'}")
                    .json()
                    .get("id")
                    .asLong();
            Reply created = post(client, ann, "Joins in SQL", "['SQL', 'java', 'sql']");
            assertThat(created.status()).isEqualTo(201);
            assertThat(created.json().get("tags").toString()).isEqualTo("[\"java\",\"sql\"]");
            assertThat(created.json().get("author").get("email").asText()).isEqualTo("ann@example.org");
            post(client, bob, "Records", "['java']");
            post(client, bob, "Tea", "[]");

            assertThat(titles(client, "/posts?sort=title")).containsExactly("Joins in SQL", "Records", "Tea");
            assertThat(titles(client, "/posts?tag=java&sort=-title")).containsExactly("Records", "Joins in SQL");
            assertThat(titles(client, "/posts?tag=java&author=" + ann)).containsExactly("Joins in SQL");
            assertThat(titles(client, "/posts?q=JOINS")).containsExactly("Joins in SQL");
            assertThat(titles(client, "/posts?q=%25")).isEmpty();
            assertThat(titles(client, "/posts?q=%27%20or%201%3D1--")).isEmpty();
        });
    }

    private static List<String> titles(Client client, String path) {
        return texts(client.get(path).json().get("posts"), "title");
    }

    @ParameterizedTest
    @EnumSource
    void postOfNobodyIsRefusedAndLeavesNothing(Engine engine) throws Exception {
        on(engine, (client, db) -> {
            Reply refused = post(client, 4711, "Lost", "['lost']");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().get("error").asText()).isEqualTo("author_id does not exist");
            assertThat(db.count(select().from(POST))).isZero();
            assertThat(db.count(select().from(Tags.TAG))).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void viewsAreCountedAndPostsGoWithTheirAuthor(Engine engine) throws Exception {
        on(engine, (client, db) -> {
            long ann = client.post("/users", ANN).json().get("id").asLong();
            String path = "/posts/"
                    + post(client, ann, "Tea", "['tea']").json().get("id").asLong();

            assertThat(client.get(path).json().get("views").asInt()).isEqualTo(1);
            assertThat(client.get(path).json().get("views").asInt()).isEqualTo(2);

            client.delete("/users/" + ann);
            assertThat(client.get(path).status()).isEqualTo(404);
            assertThat(db.count(select().from(POST_TAG))).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatFailsInsideTellsNothingOfTheDatabase(Engine engine) throws Exception {
        on(engine, (client, db) -> {
            db.withJdbc(connection -> {
                try (var statement = connection.createStatement()) {
                    String quote = connection.getMetaData().getIdentifierQuoteString();
                    return statement.execute("drop table " + quote + "post_tags" + quote);
                }
            });
            Reply failed = client.get("/posts?tag=tea");
            assertThat(failed.status()).isEqualTo(500);
            assertThat(failed.text()).isEqualTo("{\"error\":\"internal error\"}");
        });
    }

    @ParameterizedTest
    @EnumSource
    @Tag("load")
    void fiftyClientsAreServedAtOnce(Engine engine) throws Exception {
        on(engine, (client, db) -> {
            long ann = client.post("/users", ANN).json().get("id").asLong();
            String path = "/posts/"
                    + post(client, ann, "Tea", "['tea']").json().get("id").asLong();

            Map<Integer, Long> statuses = Load.run(db, i -> switch (i % 4) {
                case 0 -> client.get(path);
                case 1 -> post(client, ann, "Post " + i, "['tea', 't" + i % 7 + "']");
                case 2 -> client.get("/posts?tag=tea&limit=5");
                default -> client.get("/users/" + ann);
            });

            assertThat(statuses).containsOnlyKeys(200, 201);
            long views = client.get(path).json().get("views").asLong();
            assertThat(views).isGreaterThan(1).isLessThan(statuses.get(200));
        });
    }
}
