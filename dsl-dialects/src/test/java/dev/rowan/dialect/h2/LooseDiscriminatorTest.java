package dev.rowan.dialect.h2;

import static dev.rowan.blog.Comments.COMMENT;
import static dev.rowan.blog.Posts.POST;
import static dev.rowan.query.Sql.command;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.blog.Comment;
import dev.rowan.blog.Post;
import dev.rowan.execute.Database;
import dev.rowan.schema.IncludeStrategy;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A discriminator in a column that compares more loosely than Java does: the database decides, by every strategy. */
final class LooseDiscriminatorTest {
    @ParameterizedTest
    @EnumSource(IncludeStrategy.class)
    void theDatabaseTellsWhichRowsAreMeant(IncludeStrategy strategy) {
        try (Database db = Database.connect("jdbc:h2:mem:loose_" + strategy)) {
            db.execute(createTable(POST));
            db.execute(command(
                    "create table \"comments\" (\"id\" int primary key, \"subject\" varchar_ignorecase(10) not null,"
                            + " \"subject_id\" int not null, \"stars\" int)"));
            db.execute(insertInto(POST).rows(List.of(new Post(1, 1, null, "x", null, null))));
            db.execute(insertInto(COMMENT).rows(List.of(new Comment(1, "Post", 1, 5))));

            assertThat(db.fetchOne(select().from(COMMENT).include(c -> c.ON_POST.strategy(strategy)))
                            .onPost()
                            .get()
                            .title())
                    .isEqualTo("x");
        }
    }
}
