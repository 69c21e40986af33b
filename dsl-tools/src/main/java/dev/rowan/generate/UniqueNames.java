package dev.rowan.generate;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Names that are given out once each, first come, first served. For one use. */
final class UniqueNames {
    private final Set<String> taken = new HashSet<>();
    private final UnaryOperator<String> compared;

    /** Names that are the same if they compare the same. */
    UniqueNames(UnaryOperator<String> compared) {
        this.compared = compared;
    }

    /** Names of files, whose letters some disks do not tell apart. */
    static UniqueNames ofFiles() {
        return new UniqueNames(name -> name.toLowerCase(Locale.ROOT));
    }

    /** Takes a name if it is free. */
    boolean take(String name) {
        return taken.add(compared.apply(name));
    }

    /** The first of these that is free, else the last with a number. */
    String of(String... wishes) {
        for (String wish : wishes) {
            if (take(wish)) {
                return wish;
            }
        }
        String last = wishes[wishes.length - 1];
        for (int number = 2; ; number++) {
            String numbered = last + number;
            if (take(numbered)) {
                return numbered;
            }
        }
    }
}
