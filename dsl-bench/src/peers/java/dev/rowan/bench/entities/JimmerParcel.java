package dev.rowan.bench.entities;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.babyfish.jimmer.sql.Column;
import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.Table;
import org.jspecify.annotations.Nullable;

/** What is read and rendered. An entity of Jimmer. */
@Entity
@Table(name = "\"parcels\"")
public interface JimmerParcel {
    @Id
    @Column(name = "\"id\"")
    long id();

    @Column(name = "\"label\"")
    String label();

    @Column(name = "\"pieces\"")
    int pieces();

    @Column(name = "\"fragile\"")
    boolean fragile();

    @Column(name = "\"weight\"")
    double weight();

    @Column(name = "\"price\"")
    BigDecimal price();

    @Column(name = "\"sent_on\"")
    LocalDate sentOn();

    @Column(name = "\"note\"")
    @Nullable
    String note();

    @Column(name = "\"priority\"")
    int priority();

    @Column(name = "\"owner_id\"")
    long ownerId();
}
