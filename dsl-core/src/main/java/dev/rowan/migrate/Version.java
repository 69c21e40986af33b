package dev.rowan.migrate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The version of a migration: numbers between dots, compared as numbers, so that 10 comes after 9, and 1.10 after 1.9. Immutable.
 *
 * @param numbers the numbers, the last of which is not zero unless it is the only one
 */
public record Version(List<BigInteger> numbers) implements Comparable<Version> {
    private static final Pattern TEXT = Pattern.compile("\\d{1,30}(\\.\\d{1,30}){0,9}");

    /** Creates a version. */
    public Version {
        List<BigInteger> shortest = new ArrayList<>(numbers);
        while (shortest.size() > 1 && shortest.get(shortest.size() - 1).signum() == 0) {
            shortest.remove(shortest.size() - 1);
        }
        numbers = List.copyOf(shortest);
    }

    /**
     * The version of a text, {@code 20240315091200} or {@code 1.10}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Version of(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "expected a version of numbers between dots, such as 7 or 1.10, got '" + text + "'");
        }
        return new Version(
                List.of(text.split("\\.")).stream().map(BigInteger::new).toList());
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int order = number(i).compareTo(other.number(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private BigInteger number(int index) {
        return index < numbers.size() ? numbers.get(index) : BigInteger.ZERO;
    }

    /** The numbers between dots. */
    @Override
    public String toString() {
        return numbers.stream().map(BigInteger::toString).collect(Collectors.joining("."));
    }
}
