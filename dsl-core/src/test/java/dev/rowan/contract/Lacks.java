package dev.rowan.contract;

import dev.rowan.render.Feature;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the database of a test class refuses by name. A test of a contract that asks for it among other things is given up there, as
 * aborted, with the refusal in the report; a test that meets any other refusal fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LackingTests.class)
public @interface Lacks {
    /** The features. */
    Feature[] value() default {};

    /** The names of functions. */
    String[] functions() default {};

    /** What else a refusal says that the database has not, in its words. */
    String[] words() default {};
}
