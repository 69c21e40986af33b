package dev.rowan.bench;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.Transaction;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/** Hibernate: stateless sessions, rows by {@code select new}, inserts in batches. */
final class Hibernates {
    private static final String ALL = "select new dev.rowan.bench.Parcel(p.id, p.label, p.pieces, p.fragile, p.weight,"
            + " p.price, p.sentOn, p.note, p.priority, p.ownerId) from Hibernates$ParcelEntity p";

    private final SessionFactory sessions;

    Hibernates(DataSource source) {
        Configuration configuration = new Configuration()
                .addAnnotatedClass(ParcelEntity.class)
                .addAnnotatedClass(StockEntity.class)
                .setProperty(AvailableSettings.GLOBALLY_QUOTED_IDENTIFIERS, "true")
                .setProperty(AvailableSettings.STATEMENT_BATCH_SIZE, "1000");
        configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, source);
        sessions = configuration.buildSessionFactory();
    }

    /** What is mapped to parcels. */
    @Entity(name = "Hibernates$ParcelEntity")
    @Table(name = "parcels")
    @SuppressWarnings("NullAway.Init") // Hibernate sets them
    public static class ParcelEntity {
        @Id
        long id;

        String label;
        int pieces;
        boolean fragile;
        double weight;
        BigDecimal price;

        @Column(name = "sent_on")
        LocalDate sentOn;

        String note;
        int priority;

        @Column(name = "owner_id")
        long ownerId;
    }

    /** What is mapped to stocks. */
    @Entity
    @Table(name = "stocks")
    @SuppressWarnings("NullAway.Init") // set right after
    public static class StockEntity {
        @Id
        long id;

        String product;
        int pieces;
        BigDecimal price;

        @Column(name = "counted_on")
        LocalDate countedOn;

        long shelf;
    }

    List<Parcel> all() {
        try (StatelessSession session = sessions.openStatelessSession()) {
            return session.createSelectionQuery(ALL, Parcel.class).getResultList();
        }
    }

    Optional<Parcel> byKey(long id) {
        try (StatelessSession session = sessions.openStatelessSession()) {
            return session.createSelectionQuery(ALL + " where p.id = :id", Parcel.class)
                    .setParameter("id", id)
                    .uniqueResultOptional();
        }
    }

    /** In a transaction that is rolled back. */
    long insertStocks(List<Stock> stocks) {
        try (StatelessSession session = sessions.openStatelessSession()) {
            Transaction transaction = session.beginTransaction();
            for (Stock stock : stocks) {
                StockEntity entity = new StockEntity();
                entity.id = stock.id();
                entity.product = stock.product();
                entity.pieces = stock.pieces();
                entity.price = stock.price();
                entity.countedOn = stock.countedOn();
                entity.shelf = stock.shelf();
                session.insert(entity);
            }
            ((SharedSessionContractImplementor) session).getJdbcCoordinator().executeBatch(); // as a commit would

            transaction.rollback();
            return stocks.size();
        }
    }
}
