package dev.rowan.bench.entities;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.babyfish.jimmer.sql.Column;
import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.Table;

/** What many rows are inserted into. An entity of Jimmer. */
@Entity
@Table(name = "\"stocks\"")
public interface JimmerStock {
    @Id
    @Column(name = "\"id\"")
    long id();

    @Column(name = "\"product\"")
    String product();

    @Column(name = "\"pieces\"")
    int pieces();

    @Column(name = "\"price\"")
    BigDecimal price();

    @Column(name = "\"counted_on\"")
    LocalDate countedOn();

    @Column(name = "\"shelf\"")
    long shelf();
}
