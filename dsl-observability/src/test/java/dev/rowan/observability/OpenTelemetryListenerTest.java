package dev.rowan.observability;

import static dev.rowan.query.Sql.command;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Users.USER;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.QueryException;
import dev.rowan.execute.Database;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OpenTelemetryListenerTest {
    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final SdkTracerProvider tracers = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .build();
    private final OpenTelemetry openTelemetry =
            OpenTelemetrySdk.builder().setTracerProvider(tracers).build();

    @AfterEach
    void close() {
        tracers.close();
    }

    private SpanData only() {
        assertThat(exporter.getFinishedSpanItems()).hasSize(1);
        return exporter.getFinishedSpanItems().get(0);
    }

    private static Map<String, Object> attributes(SpanData span) {
        return span.getAttributes().asMap().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().getKey(), Map.Entry::getValue));
    }

    @Test
    void statementIsAClientSpanInThatOfItsCaller() {
        try (Database db = Shop.open("traced")) {
            Database traced =
                    db.withListener(OpenTelemetryListener.of(openTelemetry).withNamespace("shop"));
            Span request = tracers.get("test").spanBuilder("GET /users").startSpan();

            Runnable listing = () -> traced.fetch(select(USER.NAME).from(USER).where(USER.EMAIL.eq("ann@example.org")));
            Context.current().with(request).wrap(listing).run();

            SpanData span = only();
            assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
            assertThat(span.getName()).isEqualTo("select users");
            assertThat(span.getParentSpanId())
                    .isEqualTo(request.getSpanContext().getSpanId());
            assertThat(span.getTraceId()).isEqualTo(request.getSpanContext().getTraceId());
            assertThat(span.getEndEpochNanos()).isGreaterThan(span.getStartEpochNanos());
            assertThat(span.getStatus()).isEqualTo(StatusData.unset());
            assertThat(attributes(span))
                    .isEqualTo(Map.of(
                            "db.system.name", "h2database",
                            "db.namespace", "shop",
                            "db.operation.name", "select",
                            "db.collection.name", "users",
                            "db.query.summary", "select users",
                            "db.query.text", "select \"users\".\"name\" from \"users\" where \"users\".\"email\" = ?",
                            "db.response.returned_rows", 1L));
        }
    }

    @Test
    void failureIsToldByItsKindAndWithoutValues() {
        try (Database db = Shop.open("broken")) {
            Database traced = db.withListener(OpenTelemetryListener.of(openTelemetry));

            assertThatThrownBy(() -> traced.execute(Shop.ann())).isInstanceOf(QueryException.class);

            SpanData span = only();
            assertThat(span.getStatus()).isEqualTo(StatusData.create(StatusCode.ERROR, "unique violation"));
            assertThat(span.getAttributes().get(stringKey("error.type"))).isEqualTo("23505");
            assertThat(span.getAttributes().get(stringKey("db.response.status_code")))
                    .isEqualTo("23505");
            assertThat(span.getAttributes().get(longKey("db.response.returned_rows")))
                    .isNull();
            assertThat(span.toString()).doesNotContain("ann@");
            assertThat(span.getEvents()).isEmpty();
        }
    }

    @Test
    void statementsOfATransactionAndWhatTheyIncludeAreSpansOfTheirOwn() {
        try (Database db = Shop.open("several")) {
            Database traced = db.withListener(OpenTelemetryListener.of(openTelemetry));

            traced.transaction(tx -> {
                tx.execute(Shop.ann().set(USER.EMAIL, "b").set(USER.REFERRER_ID, 1L));
                return tx.fetch(select().from(USER).include(USER.REFERRER));
            });

            assertThat(exporter.getFinishedSpanItems())
                    .extracting(SpanData::getName)
                    .containsExactly("insert users", "select users");
        }
    }

    @Test
    void statementOfNoTableIsCalledByItsVerb() {
        try (Database db = Shop.open("verb")) {
            db.withListener(OpenTelemetryListener.of(openTelemetry)).execute(command("set lock_timeout 100"));

            assertThat(only().getName()).isEqualTo("set");
            assertThat(attributes(only())).doesNotContainKeys("db.collection.name", "db.namespace");
        }
    }

    @Test
    void whatReturnsTheRowsThatItWritesIsAWrite() {
        try (Database db = Shop.open("returning")) {
            db.withListener(OpenTelemetryListener.of(openTelemetry))
                    .fetchOne(Shop.ann().set(USER.EMAIL, "b").returning(USER.ID));

            assertThat(only().getName()).isEqualTo("insert users");
        }
    }

    @Test
    void tagsAreInTheText() {
        try (Database db = Shop.open("tagged")) {
            db.withListener(OpenTelemetryListener.of(openTelemetry))
                    .tagged("route", "users.list")
                    .count(select().from(USER));

            assertThat(only().getName()).isEqualTo("select users");
            assertThat(only().getAttributes().get(stringKey("db.query.text"))).endsWith(" /*route='users.list'*/");
        }
    }
}
