package dev.rowan.contract;

import static dev.rowan.contract.Articles.ARTICLE;
import static dev.rowan.expression.Functions.fullText;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.contract.Articles.Article;
import dev.rowan.expression.FullText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Words that are looked for in several columns. */
interface FullTextContract extends ComputedValues {
    FullText WORDS = fullText(ARTICLE.TITLE, ARTICLE.BODY);

    private void insertArticles() {
        db().execute(insertInto(ARTICLE)
                .row(new Article(1, "Quick foxes", "The quick brown fox jumps over the lazy dog"))
                .row(new Article(2, "Slow dogs", "A dog sleeps; nothing jumps"))
                .row(new Article(3, "Fox fox fox", "A fox, a fox and another FOX"))
                .row(new Article(4, "Nothing", "Äpfel und Birnen"))
                .row(new Article(5, "Addresses", "See https://example.shop/green-tea/2024 or ask kim@tea.house")));
    }

    private List<Long> found(String search) {
        return db().fetch(select(ARTICLE.ID)
                .from(ARTICLE)
                .where(WORDS.matches(search))
                .orderBy(ARTICLE.ID.asc()));
    }

    @Test
    default void fullTextFindsRowsThatHoldEveryWord() {
        whereKnown("full_text_match", () -> {
            insertArticles();

            assertThat(found("fox")).containsExactly(1L, 3L);
            assertThat(found("FOX")).containsExactly(1L, 3L);
            assertThat(found("jumps dog")).containsExactly(1L, 2L);
            assertThat(found("quick sleeps")).isEmpty();
            assertThat(found("slow jumps")).containsExactly(2L);
            assertThat(found("birnen")).containsExactly(4L);
            assertThat(found("unicorn")).isEmpty();
            assertThat(found("example.shop")).containsExactly(5L);
            assertThat(found("shop tea 2024 house")).containsExactly(5L);
            assertThat(found("green-tea kim@tea")).containsExactly(5L);
            assertThat(found("")).isEmpty();
            assertThat(found(" -+\"'(")).isEmpty();
            assertThat(db().fetch(select(ARTICLE.ID)
                            .from(ARTICLE)
                            .where(WORDS.matches("nothing").and(ARTICLE.ID.gt(2)))))
                    .containsExactly(4L);
        });
    }

    @Test
    default void fullTextScoresTheBestHighest() {
        whereKnown("full_text_match", () -> {
            insertArticles();

            assertThat(db().fetch(select(ARTICLE.ID)
                            .from(ARTICLE)
                            .where(WORDS.matches("fox"))
                            .orderBy(WORDS.score("fox").desc())))
                    .containsExactly(3L, 1L);
            assertThat(db().fetch(select(WORDS.score("fox")).from(ARTICLE).where(WORDS.matches("fox"))))
                    .hasSize(2)
                    .allMatch(score -> score != null && score > 0);
        });
    }

    @Test
    default void fullTextKnowsNoOperators() {
        whereKnown("full_text_match", () -> {
            insertArticles();

            for (String operator : List.of(
                    "+fox",
                    "fox*",
                    "\"fox\"",
                    "(fox)",
                    "fox~",
                    "<fox",
                    ">fox",
                    "@fox",
                    "fox:*",
                    "!fox",
                    "-fox",
                    "fox'",
                    "'fox'); drop table articles; --",
                    "fox\\",
                    "fox\u0000",
                    "^fox",
                    "title:fox",
                    "{title} : fox")) {
                String words = operator.replaceAll("drop table articles|title", "fox");
                assertThat(found(words)).as(operator).containsExactly(1L, 3L);
            }
            assertThat(found("fox OR dog")).isEmpty();
            assertThat(found("NOT fox")).isEmpty();
            for (String text : HostileTexts.ALL) {
                assertThat(found(text)).as(text).isEmpty();
            }
        });
    }
}
