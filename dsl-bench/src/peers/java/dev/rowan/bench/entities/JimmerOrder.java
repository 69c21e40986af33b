package dev.rowan.bench.entities;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.babyfish.jimmer.sql.Column;
import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.OneToMany;
import org.babyfish.jimmer.sql.OrderedProp;
import org.babyfish.jimmer.sql.Table;

/** The parents of nested rows. An entity of Jimmer. */
@Entity
@Table(name = "\"orders\"")
public interface JimmerOrder {
    @Id
    @Column(name = "\"id\"")
    long id();

    @Column(name = "\"customer\"")
    String customer();

    @Column(name = "\"placed_on\"")
    LocalDate placedOn();

    @Column(name = "\"total\"")
    BigDecimal total();

    @OneToMany(mappedBy = "order", orderedProps = @OrderedProp("id"))
    List<JimmerItem> items();
}
