package dev.rowan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.expression.Functions;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every function yields the same on every database, or is refused by name. A test bears the name of its function. */
interface FunctionContract
        extends AggregateContract,
                NumberFunctionContract,
                TextFunctionContract,
                TimePartContract,
                WindowContract,
                ChoiceContract,
                JsonContract,
                JsonMakingContract,
                FullTextContract,
                JsonChangeContract,
                ArrayContract {
    @Test
    default void everyFunctionIsTestedHere() {
        String tests = Arrays.stream(FunctionContract.class.getInterfaces())
                .flatMap(theme -> Stream.of(theme.getDeclaredMethods()))
                .map(method -> method.getName().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));

        assertThat(Arrays.stream(Functions.class.getMethods())
                        .filter(method -> Modifier.isStatic(method.getModifiers()))
                        .map(Method::getName)
                        .distinct())
                .hasSizeGreaterThan(60)
                .allMatch(function -> tests.contains(function.toLowerCase(Locale.ROOT)));
    }
}
