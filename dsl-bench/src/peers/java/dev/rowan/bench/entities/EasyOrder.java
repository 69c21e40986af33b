package dev.rowan.bench.entities;

import com.easy.query.core.annotation.Column;
import com.easy.query.core.annotation.EntityProxy;
import com.easy.query.core.annotation.Navigate;
import com.easy.query.core.annotation.Table;
import com.easy.query.core.enums.RelationTypeEnum;
import com.easy.query.core.proxy.ProxyEntityAvailable;
import dev.rowan.bench.entities.proxy.EasyOrderProxy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The parents of nested rows. An entity of easy-query. */
@Table("orders")
@EntityProxy
@SuppressWarnings("NullAway.Init") // easy-query sets them
public class EasyOrder implements ProxyEntityAvailable<EasyOrder, EasyOrderProxy> {
    @Column(primaryKey = true)
    private long id;

    private String customer;

    @Column("placed_on")
    private LocalDate placedOn;

    private BigDecimal total;

    @Navigate(value = RelationTypeEnum.OneToMany, selfProperty = "id", targetProperty = "orderId")
    private List<EasyItem> items;

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public String getCustomer() {
        return customer;
    }

    public void setCustomer(String customer) {
        this.customer = customer;
    }

    public LocalDate getPlacedOn() {
        return placedOn;
    }

    public void setPlacedOn(LocalDate placedOn) {
        this.placedOn = placedOn;
    }

    public BigDecimal getTotal() {
        return total;
    }

    public void setTotal(BigDecimal total) {
        this.total = total;
    }

    public List<EasyItem> getItems() {
        return items;
    }

    public void setItems(List<EasyItem> items) {
        this.items = items;
    }
}
