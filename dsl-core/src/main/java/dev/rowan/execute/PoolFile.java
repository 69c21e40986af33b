package dev.rowan.execute;

import dev.rowan.error.ConfigurationException;
import dev.rowan.render.Tls;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file with the settings of pools, by environment. Its values may be secret, and are never shown. Immutable. */
final class PoolFile {
    private static final String DRIVER = "driver.";
    private static final List<String> KEYS = List.of(
            "url",
            "user",
            "password",
            "pool.min",
            "pool.max",
            "pool.waiters",
            "pool.leak-detection",
            "pool.start",
            "connection.timeout",
            "idle.timeout",
            "lifetime",
            "statement.timeout",
            "socket.timeout",
            "tls");
    private static final Pattern VARIABLE = Pattern.compile("\\$(\\$\\{|\\{([^}]*)})");
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    private final Path file;
    private final Map<String, Map<String, String>> environments;
    private final Map<String, String> variables;

    private PoolFile(Path file, Map<String, Map<String, String>> environments, Map<String, String> variables) {
        this.file = file;
        this.environments = environments;
        this.variables = variables;
    }

    static PoolFile read(Path file, Map<String, String> variables) {
        Map<String, Map<String, String>> environments = new TreeMap<>();
        lines(file).forEach((key, value) -> {
            int dot = key.indexOf('.');
            String setting = key.substring(dot + 1);
            if (dot < 1 || !(KEYS.contains(setting) || isOfDriver(setting))) {
                throw new ConfigurationException("expected keys such as production.url in " + file + ", got " + key
                        + "; after the name of an environment there may be " + String.join(", ", KEYS)
                        + " and driver. with the name of a property of the driver");
            }
            environments
                    .computeIfAbsent(key.substring(0, dot), name -> new TreeMap<>())
                    .put(setting, value);
        });
        return new PoolFile(file, environments, variables);
    }

    private static boolean isOfDriver(String setting) {
        return setting.startsWith(DRIVER) && setting.length() > DRIVER.length();
    }

    /** Taken one by one, for of a key that is there twice the last would win. */
    private static Map<String, String> lines(Path file) {
        Map<String, String> all = new TreeMap<>();
        try (Stream<String> natural = Files.lines(file)) {
            StringBuilder line = new StringBuilder();
            for (String part : (Iterable<String>) natural::iterator) {
                line.append(part).append('\n');
                if (isComment(line) || !goesOn(part)) {
                    add(line.toString(), all, file);
                    line.setLength(0);
                }
            }
            add(line.toString(), all, file);
        } catch (IOException | UncheckedIOException e) {
            throw new ConfigurationException(
                    "expected a file of properties in UTF-8 at " + file + ", got none that can be read", e);
        }
        return all;
    }

    private static boolean isComment(CharSequence line) {
        String text = line.toString().strip();
        return text.startsWith("#") || text.startsWith("!");
    }

    private static boolean goesOn(String part) {
        int backslashes = 0;
        while (backslashes < part.length() && part.charAt(part.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static void add(String line, Map<String, String> all, Path file) throws IOException {
        Properties property = new Properties();
        try {
            property.load(new StringReader(line));
        } catch (IllegalArgumentException e) { // whose message quotes the line
            throw new ConfigurationException("expected \\u with four hexadecimal digits in " + file
                    + ", got others; write \\\\ for a backslash");
        }
        for (String key : property.stringPropertyNames()) {
            if (all.putIfAbsent(key, property.getProperty(key)) != null) {
                throw new ConfigurationException("expected each key once in " + file + ", got " + key + " twice");
            }
        }
    }

    PoolConfig config(String environment) {
        Map<String, String> settings = environments.get(environment);
        if (settings == null) {
            throw new ConfigurationException("expected an environment of " + file + ", got " + environment + "; there "
                    + (environments.isEmpty() ? "is none" : "are " + String.join(", ", environments.keySet())));
        }
        try {
            return new Settings(environment, settings).config();
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    "expected settings of " + environment + " in " + file + " that can be used: " + e.getMessage(), e);
        }
    }

    /** The settings of one environment. */
    private final class Settings {
        private final String environment;
        private final Map<String, String> values;

        Settings(String environment, Map<String, String> values) {
            this.environment = environment;
            this.values = values;
        }

        PoolConfig config() {
            PoolConfig config = PoolConfig.of(required("url"));
            if (values.containsKey("user") || values.containsKey("password")) {
                config = config.withUser(required("user"), required("password"));
            }
            Integer most = number("pool.max");
            Integer least = number("pool.min");
            if (most != null || least != null) {
                int maximum = most == null ? config.maximumSize() : most;
                config = config.withSize(least == null ? Math.min(config.minimumIdle(), maximum) : least, maximum);
            }
            config = set(config, number("pool.waiters"), PoolConfig::withMaximumWaiters);
            config = times(config);
            config = set(config, read("tls", "one of " + names(Tls.values()), Tls::valueOf), PoolConfig::withTls);
            if ("lazy".equals(read("pool.start", "eager or lazy", Settings::start))) {
                config = config.withLazyStart();
            }
            for (String setting : values.keySet()) {
                if (isOfDriver(setting)) {
                    config = config.withDriverProperty(setting.substring(DRIVER.length()), required(setting));
                }
            }
            return config;
        }

        private PoolConfig times(PoolConfig before) {
            PoolConfig config = before;
            config = set(config, time("connection.timeout"), PoolConfig::withConnectionTimeout);
            Duration lifetime = time("lifetime");
            Duration idle = time("idle.timeout");
            if (lifetime != null && lifetime.compareTo(config.idleTimeout()) <= 0 && idle != null) {
                config = config.withIdleTimeout(idle).withLifetime(lifetime); // each is checked against the other
            } else {
                config = set(config, lifetime, PoolConfig::withLifetime);
                config = set(config, idle, PoolConfig::withIdleTimeout);
            }
            config = set(config, time("pool.leak-detection"), PoolConfig::withLeakDetection);
            config = set(config, time("socket.timeout"), PoolConfig::withSocketTimeout);
            return set(config, time("statement.timeout"), PoolConfig::withStatementTimeout);
        }

        private static <T> PoolConfig set(PoolConfig config, @Nullable T value, With<T> with) {
            return value == null ? config : with.apply(config, value);
        }

        private static String start(String value) {
            if (!value.equals("eager") && !value.equals("lazy")) {
                throw new IllegalArgumentException();
            }
            return value;
        }

        private @Nullable Integer number(String setting) {
            return read(setting, "a whole number", Integer::valueOf);
        }

        private @Nullable Duration time(String setting) {
            return read(setting, "a time such as 250ms, 30s, 10m or 2h", Settings::ofTime);
        }

        private static Duration ofTime(String value) {
            Matcher parts = TIME.matcher(value);
            if (!parts.matches()) {
                throw new IllegalArgumentException();
            }
            long count = Long.parseLong(parts.group(1));
            return switch (parts.group(2)) {
                case "ms" -> Duration.ofMillis(count);
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                default -> Duration.ofHours(count);
            };
        }

        private <T> @Nullable T read(String setting, String expected, Function<String, T> reading) {
            if (!values.containsKey(setting)) {
                return null;
            }
            try {
                return reading.apply(required(setting).strip());
            } catch (IllegalArgumentException e) { // whose message quotes the value
                throw new ConfigurationException("expected " + expected + " for " + environment + "." + setting + " in "
                        + file + ", got something else");
            }
        }

        private String required(String setting) {
            String value = values.get(setting);
            if (value == null) {
                throw new ConfigurationException("expected " + environment + "." + setting + " in " + file
                        + ", found none; set it, there is no default");
            }
            return VARIABLE.matcher(value)
                    .replaceAll(match -> Matcher.quoteReplacement(variable(setting, match.group(2))));
        }

        private String variable(String setting, @Nullable String name) {
            if (name == null) {
                return "${";
            }
            String value = variables.get(name);
            if (value == null) {
                throw new ConfigurationException("expected the variable " + name + " in the environment, for "
                        + environment + "." + setting + " in " + file + ", found none; set it, there is no default");
            }
            return value;
        }
    }

    private static String names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "));
    }

    /** A method of the configuration. */
    private interface With<T> {
        PoolConfig apply(PoolConfig config, T value);
    }
}
