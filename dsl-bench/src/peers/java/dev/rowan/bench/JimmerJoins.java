package dev.rowan.bench;

import dev.rowan.bench.entities.JimmerOrderTable;
import java.math.BigDecimal;
import org.babyfish.jimmer.sql.ast.NumericExpression;
import org.babyfish.jimmer.sql.ast.table.base.BaseTable2;

/**
 * The join of a common table expression, which Jimmer takes as a lambda only, whose code it reads. The class has no nested
 * ones, for Jimmer cannot read one that has ({@code NestMember requires ASM7}).
 */
final class JimmerJoins {
    private JimmerJoins() {}

    static BaseTable2<JimmerOrderTable, NumericExpression<BigDecimal>> spending(
            JimmerOrderTable order, BaseTable2<JimmerOrderTable, NumericExpression<BigDecimal>> spending) {
        return order.asTableEx()
                .weakJoin(spending, (o, s) -> s.get_1().customer().eq(o.customer()));
    }
}
