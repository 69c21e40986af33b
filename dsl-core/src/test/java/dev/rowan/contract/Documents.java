package dev.rowan.contract;

import dev.rowan.schema.JsonColumn;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.type.Json;
import org.jspecify.annotations.Nullable;

/** A table of JSON. */
final class Documents extends Table<Documents.Document> {
    static final Documents DOCUMENT = new Documents(TableName.of("documents"));

    final NumberColumn<Document, Long> ID = bigint("id").primaryKey();
    final JsonColumn<Document, @Nullable Json> DATA = json("data");

    private Documents(TableName name) {
        super(name, Document.class, Documents::new);
    }

    record Document(long id, @Nullable Json data) {}
}
