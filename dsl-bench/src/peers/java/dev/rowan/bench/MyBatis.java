package dev.rowan.bench;

import static org.mybatis.dynamic.sql.SqlBuilder.insertMultiple;
import static org.mybatis.dynamic.sql.SqlBuilder.isEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.isEqualToWhenPresent;
import static org.mybatis.dynamic.sql.SqlBuilder.isGreaterThanOrEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.isGreaterThanOrEqualToWhenPresent;
import static org.mybatis.dynamic.sql.SqlBuilder.isInWhenPresent;
import static org.mybatis.dynamic.sql.SqlBuilder.isLessThanOrEqualToWhenPresent;
import static org.mybatis.dynamic.sql.SqlBuilder.select;

import dev.rowan.bench.R3Search.Filters;
import java.math.BigDecimal;
import java.sql.JDBCType;
import java.time.LocalDate;
import java.util.List;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;
import org.mybatis.dynamic.sql.insert.render.MultiRowInsertStatementProvider;
import org.mybatis.dynamic.sql.render.RenderingStrategies;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;

/** MyBatis Dynamic SQL, which only renders. */
final class MyBatis {
    private static final SqlTable PARCELS = SqlTable.of("parcels");
    private static final SqlColumn<Long> ID = PARCELS.column("id", JDBCType.BIGINT);
    private static final SqlColumn<String> LABEL = PARCELS.column("label", JDBCType.VARCHAR);
    private static final SqlColumn<Integer> PIECES = PARCELS.column("pieces", JDBCType.INTEGER);
    private static final SqlColumn<Boolean> FRAGILE = PARCELS.column("fragile", JDBCType.BOOLEAN);
    private static final SqlColumn<Double> WEIGHT = PARCELS.column("weight", JDBCType.DOUBLE);
    private static final SqlColumn<BigDecimal> PRICE = PARCELS.column("price", JDBCType.DECIMAL);
    private static final SqlColumn<LocalDate> SENT_ON = PARCELS.column("sent_on", JDBCType.DATE);
    private static final SqlColumn<String> NOTE = PARCELS.column("note", JDBCType.VARCHAR);
    private static final SqlColumn<Integer> PRIORITY = PARCELS.column("priority", JDBCType.INTEGER);
    private static final SqlColumn<Long> OWNER_ID = PARCELS.column("owner_id", JDBCType.BIGINT);

    private MyBatis() {}

    static SelectStatementProvider page(long owner, LocalDate since, long limit) {
        return select(ID, LABEL, PIECES, WEIGHT, SENT_ON, NOTE)
                .from(PARCELS)
                .where(OWNER_ID, isEqualTo(owner))
                .and(SENT_ON, isGreaterThanOrEqualTo(since))
                .orderBy(ID.descending())
                .limit(limit)
                .build()
                .render(RenderingStrategies.SPRING_NAMED_PARAMETER);
    }

    static SelectStatementProvider search(Filters filters) {
        return select(ID, LABEL)
                .from(PARCELS)
                .where(LABEL, isEqualToWhenPresent(filters.label()))
                .and(PIECES, isGreaterThanOrEqualToWhenPresent(filters.pieces()))
                .and(FRAGILE, isEqualToWhenPresent(filters.fragile()))
                .and(WEIGHT, isLessThanOrEqualToWhenPresent(filters.weight()))
                .and(PRICE, isLessThanOrEqualToWhenPresent(filters.price()))
                .and(SENT_ON, isGreaterThanOrEqualToWhenPresent(filters.sentOn()))
                .and(PRIORITY, isEqualToWhenPresent(filters.priority()))
                .and(OWNER_ID, isInWhenPresent(filters.owners()))
                .build()
                .render(RenderingStrategies.SPRING_NAMED_PARAMETER);
    }

    static MultiRowInsertStatementProvider<Parcel> insert(List<Parcel> parcels) {
        return insertMultiple(parcels)
                .into(PARCELS)
                .map(ID)
                .toProperty("id")
                .map(LABEL)
                .toProperty("label")
                .map(PIECES)
                .toProperty("pieces")
                .map(FRAGILE)
                .toProperty("fragile")
                .map(WEIGHT)
                .toProperty("weight")
                .map(PRICE)
                .toProperty("price")
                .map(SENT_ON)
                .toProperty("sentOn")
                .map(NOTE)
                .toProperty("note")
                .map(PRIORITY)
                .toProperty("priority")
                .map(OWNER_ID)
                .toProperty("ownerId")
                .build()
                .render(RenderingStrategies.SPRING_NAMED_PARAMETER);
    }
}
