package dev.rowan.contract;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;

/** A table of texts to search in. */
final class Articles extends Table<Articles.Article> {
    static final Articles ARTICLE = new Articles(TableName.of("articles"));

    final NumberColumn<Article, Long> ID = bigint("id").primaryKey();
    final TextColumn<Article, String> TITLE = varchar("title", 200).notNull();
    final TextColumn<Article, String> BODY = text("body").notNull();

    private Articles(TableName name) {
        super(name, Article.class, Articles::new);
    }

    record Article(long id, String title, String body) {}
}
