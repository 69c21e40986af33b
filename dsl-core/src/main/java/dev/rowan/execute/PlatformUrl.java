package dev.rowan.execute;

import dev.rowan.error.ConfigurationException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A URL as platforms hand it out: {@code scheme://user:p%40ss@host:5432/database?sslmode=require}. Never shown, for it holds a password. */
final class PlatformUrl {
    private static final Pattern FORM =
            Pattern.compile("([a-zA-Z][\\w+.-]*)://(?:([^@/?]*)@)?([^@/?]*)/([^@?]*)(\\?.*)?", Pattern.DOTALL);

    private final String jdbcUrl;
    private final @Nullable String user;
    private final @Nullable String password;

    private PlatformUrl(String jdbcUrl, @Nullable String user, @Nullable String password) {
        this.jdbcUrl = jdbcUrl;
        this.user = user;
        this.password = password;
    }

    static PlatformUrl parse(String url) {
        if (url.startsWith("jdbc:")) {
            return new PlatformUrl(url, null, null);
        }
        Matcher parts = FORM.matcher(url);
        if (!parts.matches()) {
            throw new ConfigurationException("expected a URL such as jdbc:subprotocol://host/database or"
                    + " scheme://user:password@host:5432/database, got one of another form (which may hold a password, and is not"
                    + " shown); percent-encode @, /, ? and : in user and password");
        }
        Map<String, String> schemes = Dialects.platformSchemes();
        String subprotocol = schemes.get(parts.group(1));
        if (subprotocol == null) {
            throw new ConfigurationException("expected the URL of a database that JDBC reaches, jdbc:…, or of one whose"
                    + " dialect is there " + schemes.keySet() + ", got one that begins with " + parts.group(1) + "://");
        }
        String after = parts.group(5) == null ? "" : parts.group(5);
        String jdbcUrl = "jdbc:" + subprotocol + "://" + parts.group(3) + "/" + parts.group(4) + after;
        return withUser(jdbcUrl, parts.group(2));
    }

    private static PlatformUrl withUser(String jdbcUrl, @Nullable String userInfo) {
        if (userInfo == null || userInfo.isEmpty()) {
            return new PlatformUrl(jdbcUrl, null, null);
        }
        int colon = userInfo.indexOf(':');
        return colon < 0
                ? new PlatformUrl(jdbcUrl, decoded(userInfo), null)
                : new PlatformUrl(
                        jdbcUrl, decoded(userInfo.substring(0, colon)), decoded(userInfo.substring(colon + 1)));
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) { // whose message quotes the part
            throw new ConfigurationException(
                    "expected user and password of a URL to be percent-encoded, got a % without two digits; write %25");
        }
    }

    String jdbcUrl() {
        return jdbcUrl;
    }

    @Nullable
    String user() {
        return user;
    }

    @Nullable
    String password() {
        return password;
    }
}
