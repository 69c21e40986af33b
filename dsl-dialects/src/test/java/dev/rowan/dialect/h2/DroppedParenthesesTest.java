package dev.rowan.dialect.h2;

import static dev.rowan.contract.RandomTrees.COMPARISONS;
import static dev.rowan.contract.RandomTrees.COMPUTATIONS;
import static dev.rowan.contract.RandomTrees.CONDITIONS;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rowan.contract.RandomTrees;
import dev.rowan.contract.SharedDatabase;
import dev.rowan.expression.Arithmetic;
import dev.rowan.expression.ExpressionNode;
import dev.rowan.expression.Literal;
import dev.rowan.expression.Logical;
import dev.rowan.expression.Not;
import dev.rowan.render.Dialect;
import dev.rowan.render.Feature;
import dev.rowan.render.Spellings;
import dev.rowan.render.SqlRenderer;
import dev.rowan.render.SqlWriter;
import dev.rowan.render.Support;
import dev.rowan.type.Codecs;
import dev.rowan.type.SqlType;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The random trees of the contract find a renderer that leaves parentheses out, so they would find a mistake of ours. */
final class DroppedParenthesesTest extends SharedDatabase {
    @Override
    protected String newDatabase() {
        return "jdbc:h2:mem:dropped_parentheses;DB_CLOSE_DELAY=-1";
    }

    /** What is left out. */
    enum Mutation {
        NONE,
        ALL_OF_OPERANDS,
        OR_WITHIN_AND,
        AND_OR_OR_WITHIN_NOT,
        SUM_WITHIN_PRODUCT,
        RIGHT_OF_MINUS
    }

    @ParameterizedTest
    @EnumSource(RandomTrees.class)
    void treesAreRightWhereNothingIsLeftOut(RandomTrees trees) {
        trees.compareWithJava(this, new Mutated(Mutation.NONE));
    }

    static Stream<Arguments> found() {
        return Stream.of(
                arguments(Mutation.ALL_OF_OPERANDS, CONDITIONS),
                arguments(Mutation.ALL_OF_OPERANDS, COMPUTATIONS),
                arguments(Mutation.ALL_OF_OPERANDS, COMPARISONS),
                arguments(Mutation.OR_WITHIN_AND, CONDITIONS),
                arguments(Mutation.OR_WITHIN_AND, COMPARISONS),
                arguments(Mutation.AND_OR_OR_WITHIN_NOT, CONDITIONS),
                arguments(Mutation.AND_OR_OR_WITHIN_NOT, COMPARISONS),
                arguments(Mutation.SUM_WITHIN_PRODUCT, COMPUTATIONS),
                arguments(Mutation.SUM_WITHIN_PRODUCT, COMPARISONS),
                arguments(Mutation.RIGHT_OF_MINUS, COMPUTATIONS),
                arguments(Mutation.RIGHT_OF_MINUS, COMPARISONS));
    }

    @ParameterizedTest
    @MethodSource("found")
    void treesFindWhatIsLeftOut(Mutation mutation, RandomTrees trees) {
        assertThatThrownBy(() -> trees.compareWithJava(this, new Mutated(mutation)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("case of seed")
                .cause()
                .as("a difference, for the text is still SQL")
                .isInstanceOf(AssertionError.class);
    }

    /** H2's dialect with a renderer that leaves something out. */
    private static final class Mutated extends Dialect {
        private final H2Dialect dialect = new H2Dialect(2, 5);
        private final Mutation mutation;

        private Mutated(Mutation mutation) {
            super("H2", 2, 5);
            this.mutation = mutation;
        }

        @Override
        public Support support(Feature feature) {
            return dialect.support(feature);
        }

        @Override
        protected Spellings spellings() {
            return H2Functions.ALL;
        }

        @Override
        public Codecs codecs() {
            return dialect.codecs();
        }

        @Override
        protected SqlRenderer renderer(SqlWriter writer) {
            return new MutatedRenderer(this, writer);
        }
    }

    private static final class MutatedRenderer extends SqlRenderer {
        private final SqlRenderer right;
        private final Mutation mutation;

        private MutatedRenderer(Mutated dialect, SqlWriter writer) {
            super(dialect, writer);
            right = new H2Renderer(dialect, writer);
            mutation = dialect.mutation;
        }

        @Override
        public void visitLiteral(Literal literal) {
            right.visitLiteral(literal);
        }

        @Override
        protected String castType(SqlType<?> type) {
            return type.kind() == SqlType.Kind.DECIMAL && type.size() == 0 ? "decimal(100, 20)" : super.castType(type);
        }

        @Override
        public void visitLogical(Logical logical) {
            if (mutation == Mutation.ALL_OF_OPERANDS
                    || (mutation == Mutation.OR_WITHIN_AND && logical.operator() == Logical.Operator.AND)) {
                bare(logical.left(), logical.operator() == Logical.Operator.AND ? " and " : " or ", logical.right());
            } else {
                super.visitLogical(logical);
            }
        }

        private void bare(ExpressionNode left, String operator, ExpressionNode last) {
            write(left);
            sql().append(operator);
            write(last);
        }

        @Override
        public void visitNot(Not not) {
            if (mutation == Mutation.ALL_OF_OPERANDS || mutation == Mutation.AND_OR_OR_WITHIN_NOT) {
                sql().append("not ");
                write(not.condition());
            } else {
                super.visitNot(not);
            }
        }

        @Override
        public void visitArithmetic(Arithmetic<?> arithmetic) {
            switch (arithmetic.operator()) {
                case PLUS -> arithmetic(arithmetic, " + ", mutation == Mutation.ALL_OF_OPERANDS);
                case MINUS -> difference(arithmetic);
                case TIMES ->
                    arithmetic(
                            arithmetic,
                            " * ",
                            mutation == Mutation.ALL_OF_OPERANDS || mutation == Mutation.SUM_WITHIN_PRODUCT);
            }
        }

        private void arithmetic(Arithmetic<?> arithmetic, String operator, boolean mutated) {
            if (mutated) {
                bare(arithmetic.left(), operator, arithmetic.right());
            } else {
                super.visitArithmetic(arithmetic);
            }
        }

        private void difference(Arithmetic<?> difference) {
            if (mutation == Mutation.RIGHT_OF_MINUS) {
                operand(difference.left(), difference.precedence());
                sql().append(" - ");
                write(difference.right());
            } else {
                arithmetic(difference, " - ", mutation == Mutation.ALL_OF_OPERANDS);
            }
        }
    }
}
