package dev.rowan.dialect.h2;

import dev.rowan.render.DefinitionTerm;
import dev.rowan.render.DefinitionTerm.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A condition as an {@code and} of {@code or}s, in one order and without what others imply. H2 moves what alternatives share out of
 * them, makes one list of several equalities, and drops what is said twice. All that is law in a distributive lattice, which truth with
 * unknown is, so two conditions that differ by it only have the same form.
 */
final class ConjunctiveForm {
    private static final int MOST_CLAUSES = 200;

    private final Function<DefinitionTerm, String> written;
    private final Map<String, DefinitionTerm> terms = new HashMap<>();

    private ConjunctiveForm(Function<DefinitionTerm, String> written) {
        this.written = written;
    }

    /**
     * The form of a condition; the condition with its operands in order if the form would be too long.
     *
     * @param written the text by which terms are told apart and put in order
     */
    static DefinitionTerm of(DefinitionTerm condition, Function<DefinitionTerm, String> written) {
        return new ConjunctiveForm(written).form(condition);
    }

    private DefinitionTerm form(DefinitionTerm condition) {
        Set<SortedSet<String>> clauses = clauses(condition);
        return clauses.size() > MOST_CLAUSES
                ? condition.withOperands(sorted(condition.operands().stream()))
                : joined("and", clauses.stream().map(this::alternatives));
    }

    private Set<SortedSet<String>> clauses(DefinitionTerm condition) {
        if (condition.is(Kind.OPERATOR, "and")) {
            return withoutImplied(condition.operands().stream()
                    .flatMap(operand -> clauses(operand).stream())
                    .toList());
        } else if (condition.is(Kind.OPERATOR, "or")) {
            return product(condition.operands().stream().map(this::clauses).toList());
        } else if (condition.is(Kind.IN, "in")) {
            return product(elements(condition)
                    .map(element -> clause(DefinitionTerm.of(Kind.OPERATOR, "=", condition.operand(0), element)))
                    .toList());
        } else if (condition.is(Kind.IN, "not in")) {
            return clause(list("not in", condition.operand(0), elements(condition)));
        }
        return clause(condition);
    }

    private static Stream<DefinitionTerm> elements(DefinitionTerm list) {
        return list.operands().stream().skip(1);
    }

    private Set<SortedSet<String>> clause(DefinitionTerm term) {
        String text = written.apply(term);
        terms.put(text, term);
        return Set.of(new TreeSet<>(Set.of(text)));
    }

    private static Set<SortedSet<String>> product(List<Set<SortedSet<String>>> factors) {
        Set<SortedSet<String>> product = Set.of(new TreeSet<>());
        for (Set<SortedSet<String>> factor : factors) {
            List<SortedSet<String>> next = new ArrayList<>();
            for (SortedSet<String> before : product) {
                for (SortedSet<String> clause : factor) {
                    SortedSet<String> both = new TreeSet<>(before);
                    both.addAll(clause);
                    next.add(both);
                }
            }
            product = withoutImplied(next);
            if (product.size() > MOST_CLAUSES) {
                break; // too long, whatever follows
            }
        }
        return product;
    }

    private static Set<SortedSet<String>> withoutImplied(Collection<SortedSet<String>> clauses) {
        Set<SortedSet<String>> kept = new LinkedHashSet<>(clauses);
        kept.removeIf(clause -> clauses.stream().anyMatch(other -> !other.equals(clause) && clause.containsAll(other)));
        return kept;
    }

    /** One clause, in which the equalities of one operand are a list. */
    private DefinitionTerm alternatives(Collection<String> clause) {
        Map<String, DefinitionTerm> alternatives = new LinkedHashMap<>();
        for (String text : clause) {
            DefinitionTerm term = Objects.requireNonNull(terms.get(text));
            String key = term.is(Kind.OPERATOR, "=") ? written.apply(term.operand(0)) + " =" : text;
            alternatives.merge(
                    key,
                    term,
                    (before, equality) -> list(
                            "in", before.operand(0), Stream.concat(elements(before), Stream.of(equality.operand(1)))));
        }
        return joined("or", alternatives.values().stream());
    }

    private DefinitionTerm list(String operator, DefinitionTerm operand, Stream<DefinitionTerm> elements) {
        return new DefinitionTerm(
                Kind.IN,
                operator,
                Stream.concat(Stream.of(operand), sorted(elements).stream()).toList());
    }

    private DefinitionTerm joined(String operator, Stream<DefinitionTerm> terms) {
        List<DefinitionTerm> operands = sorted(terms);
        return operands.size() == 1 ? operands.get(0) : new DefinitionTerm(Kind.OPERATOR, operator, operands);
    }

    private List<DefinitionTerm> sorted(Stream<DefinitionTerm> terms) {
        return terms.sorted(Comparator.comparing(written)).toList();
    }
}
