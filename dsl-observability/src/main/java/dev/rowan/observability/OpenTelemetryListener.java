package dev.rowan.observability;

import dev.rowan.error.QueryException;
import dev.rowan.error.RowanException;
import dev.rowan.execute.StatementEvent;
import dev.rowan.execute.StatementListener;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes a client span of each statement: {@code db.withListener(OpenTelemetryListener.of(openTelemetry))}. Its parent is the span that is
 * current in the thread when the statement has ended, and its attributes are those of OpenTelemetry's conventions for databases: {@code
 * db.system.name}, {@code db.namespace}, {@code db.operation.name}, {@code db.collection.name}, {@code db.query.summary}, which is the span's name,
 * {@code db.query.text}, {@code db.response.returned_rows} and, of what failed, {@code db.response.status_code} and {@code error.type}. Thread-safe.
 *
 * <p>No value that was bound is among them. Of an exception its kind is told, not the words of the driver, which may quote values.
 */
public final class OpenTelemetryListener implements StatementListener {
    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("db.system.name");
    private static final AttributeKey<String> NAMESPACE = AttributeKey.stringKey("db.namespace");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("db.operation.name");
    private static final AttributeKey<String> COLLECTION = AttributeKey.stringKey("db.collection.name");
    private static final AttributeKey<String> SUMMARY = AttributeKey.stringKey("db.query.summary");
    private static final AttributeKey<String> TEXT = AttributeKey.stringKey("db.query.text");
    private static final AttributeKey<Long> ROWS = AttributeKey.longKey("db.response.returned_rows");
    private static final AttributeKey<String> STATUS = AttributeKey.stringKey("db.response.status_code");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    private final Tracer tracer;
    private final @Nullable String namespace;
    private final Operations operations;

    private OpenTelemetryListener(Tracer tracer, @Nullable String namespace, Operations operations) {
        this.tracer = tracer;
        this.namespace = namespace;
        this.operations = operations;
    }

    /** A listener that makes spans of the tracer {@code dev.rowan}. */
    public static OpenTelemetryListener of(OpenTelemetry openTelemetry) {
        return new OpenTelemetryListener(openTelemetry.getTracer("dev.rowan"), null, new Operations());
    }

    /** The same, which calls the database so: {@code db.namespace}. */
    public OpenTelemetryListener withNamespace(String name) {
        return new OpenTelemetryListener(tracer, name, operations);
    }

    @Override
    public void executed(StatementEvent event) {
        Instant end = Instant.now();
        Operation operation = operations.of(event);
        SpanBuilder builder = tracer.spanBuilder(operation.summary())
                .setSpanKind(SpanKind.CLIENT)
                .setStartTimestamp(end.minus(event.duration()))
                .setAttribute(SYSTEM, Operation.system(event))
                .setAttribute(OPERATION, operation.name())
                .setAttribute(SUMMARY, operation.summary())
                .setAttribute(TEXT, event.sql().text());
        if (namespace != null) {
            builder.setAttribute(NAMESPACE, namespace);
        }
        if (operation.collection() != null) {
            builder.setAttribute(COLLECTION, operation.collection());
        }
        Span span = builder.startSpan();
        RowanException failure = event.failure();
        if (failure != null) {
            fail(span, failure);
        } else if (event.sql().writtenTable() == null || event.sql().writesRows()) { // else they are not returned
            span.setAttribute(ROWS, event.rows());
        }
        span.end(end);
    }

    private static void fail(Span span, RowanException failure) {
        span.setAttribute(ERROR, Operation.errorType(failure));
        if (failure instanceof QueryException refused) {
            if (refused.sqlState() != null) {
                span.setAttribute(STATUS, refused.sqlState());
            }
            span.setStatus(
                    StatusCode.ERROR,
                    refused.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        } else {
            span.setStatus(StatusCode.ERROR);
        }
    }
}
