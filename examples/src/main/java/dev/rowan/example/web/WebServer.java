package dev.rowan.example.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Serves routes on this machine's loopback address. Routes are added before it starts; it then answers from several threads.
 *
 * <pre>{@code
 * WebServer server = new WebServer().route("GET", "/users/{id}", call -> Answer.ok(…)).start(8080);
 * }</pre>
 */
public final class WebServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final int THREADS = 16;

    private final List<Route> routes = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private @Nullable HttpServer server;

    /** A method and a path, whose names become groups. */
    private record Route(String method, Pattern path, List<String> names, Handler handler) {}

    /** Adds a route: {@code route("GET", "/users/{id}", call -> …)}. */
    public WebServer route(String method, String path, Handler handler) {
        List<String> names =
                NAME.matcher(path).results().map(found -> found.group(1)).toList();
        routes.add(new Route(method, Pattern.compile(NAME.matcher(path).replaceAll("([^/]+)")), names, handler));
        return this;
    }

    /** Starts on a port, or on a free one if it is 0. */
    public WebServer start(int port) {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 128);
            started.createContext("/", this::serve);
            started.setExecutor(threads);
            started.start();
            server = started;
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("expected port " + port + " to be free, got " + e.getMessage(), e);
        }
    }

    /** Where it listens. */
    public URI uri() {
        if (server == null) {
            throw new IllegalStateException("expected a server that was started, got one that was not");
        }
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = answer(exchange);
            } catch (RuntimeException e) {
                answer = Failures.answer(e);
            }
            if (answer.body() == null) {
                exchange.sendResponseHeaders(answer.status(), -1);
                return;
            }
            byte[] body = JSON.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        List<String> methods = new ArrayList<>();
        for (Route route : routes) {
            Matcher path = route.path().matcher(exchange.getRequestURI().getPath());
            if (path.matches()) {
                if (route.method().equals(exchange.getRequestMethod())) {
                    return route.handler().answer(call(route, path, exchange));
                }
                methods.add(route.method());
            }
        }
        return Failures.noRoute(methods);
    }

    private static Call call(Route route, Matcher path, HttpExchange exchange) throws IOException {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < route.names().size(); i++) {
            values.put(route.names().get(i), path.group(i + 1));
        }
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, all) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", all)));
        return new Call(
                values,
                Call.queryOf(exchange.getRequestURI().getRawQuery()),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** Stops: calls that are being answered get a second. */
    @Override
    public void close() {
        if (server != null) {
            server.stop(1);
        }
        threads.shutdown();
    }
}
