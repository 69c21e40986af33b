package dev.rowan.bench.entities;

import org.babyfish.jimmer.sql.Column;
import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.Table;

/** Who orders. An entity of Jimmer. */
@Entity
@Table(name = "\"customers\"")
public interface JimmerCustomer {
    @Id
    @Column(name = "\"id\"")
    long id();

    @Column(name = "\"name\"")
    String name();

    @Column(name = "\"country\"")
    String country();
}
