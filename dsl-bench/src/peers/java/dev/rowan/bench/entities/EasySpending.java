package dev.rowan.bench.entities;

import com.easy.query.core.annotation.EntityProxy;
import com.easy.query.core.proxy.ProxyEntityAvailable;
import dev.rowan.bench.entities.proxy.EasySpendingProxy;
import java.math.BigDecimal;

/** What a customer has spent: a row of a common table expression of easy-query. */
@EntityProxy
@SuppressWarnings("NullAway.Init") // easy-query sets them
public class EasySpending implements ProxyEntityAvailable<EasySpending, EasySpendingProxy> {
    private String customer;

    private BigDecimal spent;

    public String getCustomer() {
        return customer;
    }

    public void setCustomer(String customer) {
        this.customer = customer;
    }

    public BigDecimal getSpent() {
        return spent;
    }

    public void setSpent(BigDecimal spent) {
        this.spent = spent;
    }
}
