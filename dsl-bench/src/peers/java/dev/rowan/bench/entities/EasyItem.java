package dev.rowan.bench.entities;

import com.easy.query.core.annotation.Column;
import com.easy.query.core.annotation.EntityProxy;
import com.easy.query.core.annotation.Table;
import com.easy.query.core.proxy.ProxyEntityAvailable;
import dev.rowan.bench.entities.proxy.EasyItemProxy;
import java.math.BigDecimal;

/** What is ordered. An entity of easy-query. */
@Table("items")
@EntityProxy
@SuppressWarnings("NullAway.Init") // easy-query sets them
public class EasyItem implements ProxyEntityAvailable<EasyItem, EasyItemProxy> {
    @Column(primaryKey = true)
    private long id;

    @Column("order_id")
    private long orderId;

    private String product;

    private int quantity;

    private BigDecimal price;

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public long getOrderId() {
        return orderId;
    }

    public void setOrderId(long orderId) {
        this.orderId = orderId;
    }

    public String getProduct() {
        return product;
    }

    public void setProduct(String product) {
        this.product = product;
    }

    public int getQuantity() {
        return quantity;
    }

    public void setQuantity(int quantity) {
        this.quantity = quantity;
    }

    public BigDecimal getPrice() {
        return price;
    }

    public void setPrice(BigDecimal price) {
        this.price = price;
    }
}
