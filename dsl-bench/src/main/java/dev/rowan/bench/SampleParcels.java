package dev.rowan.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The rows that are fetched, the same in every run. */
final class SampleParcels {
    private SampleParcels() {}

    static List<Parcel> of(int count) {
        return IntStream.range(0, count).mapToObj(SampleParcels::parcel).toList();
    }

    private static Parcel parcel(int i) {
        return new Parcel(
                1_000 + i,
                "parcel " + i,
                1 + i % 9,
                i % 3 == 0,
                i * 0.25,
                BigDecimal.valueOf(199L * i, 2),
                LocalDate.of(2026, 1, 1).plusDays(i % 365),
                i % 4 == 0 ? null : "note " + i,
                i % 5,
                5_000 + i % 50);
    }

    /** The rows as the null driver wants them. */
    static Object[] columns(List<Parcel> parcels) {
        boolean[] fragile = new boolean[parcels.size()];
        for (int i = 0; i < fragile.length; i++) {
            fragile[i] = parcels.get(i).fragile();
        }
        return new Object[] {
            parcels.stream().mapToLong(Parcel::id).toArray(),
            objects(parcels, Parcel::label),
            parcels.stream().mapToInt(Parcel::pieces).toArray(),
            fragile,
            parcels.stream().mapToDouble(Parcel::weight).toArray(),
            objects(parcels, Parcel::price),
            objects(parcels, Parcel::sentOn),
            objects(parcels, Parcel::note),
            parcels.stream().mapToInt(Parcel::priority).toArray(),
            parcels.stream().mapToLong(Parcel::ownerId).toArray()
        };
    }

    private static Object[] objects(List<Parcel> parcels, Function<Parcel, Object> component) {
        return parcels.stream().map(component).toArray();
    }
}
