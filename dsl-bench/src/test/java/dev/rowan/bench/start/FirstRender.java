package dev.rowan.bench.start;

import static dev.rowan.bench.Parcels.PARCEL;
import static dev.rowan.query.Sql.select;

import dev.rowan.dialect.h2.H2Dialect;

/** A program that renders its first query, and says how many milliseconds that took. */
public final class FirstRender {
    private FirstRender() {}

    /** Renders it. */
    public static void main(String[] arguments) {
        long start = System.nanoTime();
        String sql = new H2Dialect(2, 5)
                .render(select(PARCEL.ID, PARCEL.LABEL)
                        .from(PARCEL)
                        .where(PARCEL.OWNER_ID.eq(5_000))
                        .orderBy(PARCEL.ID.desc())
                        .limit(20))
                .text();
        System.out.println((System.nanoTime() - start) / 1_000_000 + " ms until " + sql);
    }
}
