package dev.rowan.contract;

import dev.rowan.render.Dialect;
import java.util.List;

/**
 * The dialects that every rendering test runs. A jar with dialects declares its own, at the versions that it tests, in
 * {@code META-INF/services} of its tests.
 */
@FunctionalInterface
public interface RenderedDialects {
    /** The dialects; no two of all jars have the same name. */
    List<Dialect> dialects();
}
