package dev.rowan.bench.entities;

import java.math.BigDecimal;
import org.babyfish.jimmer.sql.Column;
import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.Table;

/** What can be ordered. An entity of Jimmer. */
@Entity
@Table(name = "\"products\"")
public interface JimmerProduct {
    @Id
    @Column(name = "\"id\"")
    long id();

    @Column(name = "\"name\"")
    String name();

    @Column(name = "\"cost\"")
    BigDecimal cost();
}
