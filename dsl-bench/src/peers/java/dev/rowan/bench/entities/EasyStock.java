package dev.rowan.bench.entities;

import com.easy.query.core.annotation.Column;
import com.easy.query.core.annotation.EntityProxy;
import com.easy.query.core.annotation.Table;
import com.easy.query.core.proxy.ProxyEntityAvailable;
import dev.rowan.bench.entities.proxy.EasyStockProxy;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What many rows are inserted into. An entity of easy-query. */
@Table("stocks")
@EntityProxy
@SuppressWarnings("NullAway.Init") // easy-query sets them
public class EasyStock implements ProxyEntityAvailable<EasyStock, EasyStockProxy> {
    @Column(primaryKey = true)
    private long id;

    private String product;

    private int pieces;

    private BigDecimal price;

    @Column("counted_on")
    private LocalDate countedOn;

    private long shelf;

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public String getProduct() {
        return product;
    }

    public void setProduct(String product) {
        this.product = product;
    }

    public int getPieces() {
        return pieces;
    }

    public void setPieces(int pieces) {
        this.pieces = pieces;
    }

    public BigDecimal getPrice() {
        return price;
    }

    public void setPrice(BigDecimal price) {
        this.price = price;
    }

    public LocalDate getCountedOn() {
        return countedOn;
    }

    public void setCountedOn(LocalDate countedOn) {
        this.countedOn = countedOn;
    }

    public long getShelf() {
        return shelf;
    }

    public void setShelf(long shelf) {
        this.shelf = shelf;
    }
}
