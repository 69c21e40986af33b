package dev.rowan.bench.entities;

import java.math.BigDecimal;
import org.babyfish.jimmer.sql.Column;
import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.IdView;
import org.babyfish.jimmer.sql.JoinColumn;
import org.babyfish.jimmer.sql.ManyToOne;
import org.babyfish.jimmer.sql.Table;

/** What is ordered. An entity of Jimmer. */
@Entity
@Table(name = "\"items\"")
public interface JimmerItem {
    @Id
    @Column(name = "\"id\"")
    long id();

    @ManyToOne
    @JoinColumn(name = "\"order_id\"")
    JimmerOrder order();

    @IdView
    long orderId();

    @Column(name = "\"product\"")
    String product();

    @Column(name = "\"quantity\"")
    int quantity();

    @Column(name = "\"price\"")
    BigDecimal price();
}
