package dev.rowan.bench.entities;

import com.easy.query.core.annotation.Column;
import com.easy.query.core.annotation.EntityProxy;
import com.easy.query.core.annotation.Table;
import com.easy.query.core.proxy.ProxyEntityAvailable;
import dev.rowan.bench.entities.proxy.EasyCustomerProxy;

/** Who orders. An entity of easy-query. */
@Table("customers")
@EntityProxy
@SuppressWarnings("NullAway.Init") // easy-query sets them
public class EasyCustomer implements ProxyEntityAvailable<EasyCustomer, EasyCustomerProxy> {
    @Column(primaryKey = true)
    private long id;

    private String name;

    private String country;

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

    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country;
    }
}
