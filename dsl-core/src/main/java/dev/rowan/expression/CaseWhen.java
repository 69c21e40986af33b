package dev.rowan.expression;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A choice: {@code case when … then … else … end}.
 *
 * @param branches at least one
 * @param otherwise what it is where no condition is true, or null for NULL
 */
public record CaseWhen(List<Branch> branches, @Nullable Expression<?> otherwise) implements ExpressionNode {

    /** Creates the choice, copying the branches. */
    public CaseWhen {
        branches = List.copyOf(branches);
    }

    /** A condition, and what the choice is where the condition is the first that is true. */
    public record Branch(Condition condition, Expression<?> value) {}

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitCase(this);
    }

    @Override
    public Precedence precedence() {
        return Precedence.PRIMARY;
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return otherwise == null
                || otherwise.isNullable(outerJoined)
                || branches.stream().anyMatch(branch -> branch.value().isNullable(outerJoined));
    }
}
