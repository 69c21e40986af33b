package dev.rowan.bench.entities;

import com.easy.query.core.annotation.Column;
import com.easy.query.core.annotation.EntityProxy;
import com.easy.query.core.annotation.Table;
import com.easy.query.core.proxy.ProxyEntityAvailable;
import dev.rowan.bench.entities.proxy.EasyProductProxy;
import java.math.BigDecimal;

/** What can be ordered. An entity of easy-query. */
@Table("products")
@EntityProxy
@SuppressWarnings("NullAway.Init") // easy-query sets them
public class EasyProduct implements ProxyEntityAvailable<EasyProduct, EasyProductProxy> {
    @Column(primaryKey = true)
    private long id;

    private String name;

    private BigDecimal cost;

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public BigDecimal getCost() {
        return cost;
    }

    public void setCost(BigDecimal cost) {
        this.cost = cost;
    }
}
