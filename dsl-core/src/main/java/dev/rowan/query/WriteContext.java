package dev.rowan.query;

import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Setting;
import dev.rowan.schema.RecordCheck;
import java.time.Instant;
import java.util.List;

/** What a write has to know of who runs it. */
public interface WriteContext {

    /** The time that automatic columns get. */
    Instant now();

    /**
     * The value of a setting.
     *
     * @throws dev.rowan.error.InvalidQueryException if it has none
     */
    BoundValue<?> valueOf(Setting<?> setting);

    /** What records are checked by, beside the rules of the columns; none, as here. */
    default List<RecordCheck> recordChecks() {
        return List.of();
    }
}
