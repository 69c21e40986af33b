package dev.rowan.contract;

import static dev.rowan.club.Badges.BADGE;
import static dev.rowan.club.Clubs.CLUB;
import static dev.rowan.club.Clubs.TENANT;
import static dev.rowan.club.MemberBadges.MEMBER_BADGE;
import static dev.rowan.club.Members.MEMBER;
import static dev.rowan.contract.RandomCases.oneOf;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.club.Badge;
import dev.rowan.club.Club;
import dev.rowan.club.Member;
import dev.rowan.club.MemberBadge;
import dev.rowan.club.RandomStatements;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.execute.Database;
import dev.rowan.execute.SqlExecutor;
import dev.rowan.query.RowWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whatever a statement of one tenant is, it is the same whether there are rows of another tenant or not. */
interface PartitionOracleContract extends OpenDatabase {
    int STATEMENTS = 1_000;
    int WRITES = 200;

    /** What undoes a transaction whose effect was seen. */
    final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Database tenant(long number) {
        return db().with(TENANT, number);
    }

    private void fill(long tenant, Random random) {
        Database db = tenant(tenant);
        List<String> names = List.of("Ann", "Bob", "Cy", "Dee", "Chess", "Go");
        List<Club> clubs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clubs.add(Club.named(tenant * 100 + i, oneOf(random, names)));
        }
        db.execute(insertInto(CLUB).rows(clubs));
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Long club = random.nextInt(4) == 0 ? null : tenant * 100 + random.nextInt(4);
            members.add(Member.in(club, "m" + i + "@example.org", oneOf(random, names), random.nextInt(100)));
        }
        db.execute(insertInto(MEMBER).rows(members));
        db.execute(insertInto(BADGE).rows(names.stream().map(Badge::named).toList()));
        List<MemberBadge> links = new ArrayList<>();
        for (Member member : db.fetch(select().from(MEMBER))) {
            for (Badge badge : db.fetch(select().from(BADGE))) {
                if (random.nextInt(3) == 0) {
                    links.add(MemberBadge.of(member.id(), badge.id()));
                }
            }
        }
        db.execute(insertInto(MEMBER_BADGE).rows(links));
        db.execute(deleteFrom(MEMBER).where(MEMBER.AGE.lt(20)));
        db.execute(deleteFrom(BADGE).where(BADGE.NAME.eq("Go")));
        db.execute(deleteFrom(MEMBER_BADGE).where(l -> l.MEMBER_OF.any(m -> m.NAME.eq("Cy"))));
    }

    /** All rows of a tenant, whatever filters say. */
    private List<String> rowsOf(SqlExecutor db, long tenant) {
        List<String> all = new ArrayList<>();
        db.fetch(select().from(CLUB)
                        .unfiltered(CLUB.TENANTS)
                        .where(CLUB.TENANT_ID.eq(tenant))
                        .orderBy(CLUB.ID.asc()))
                .forEach(row -> all.add(row.toString()));
        db.fetch(select().from(MEMBER)
                        .withDeleted()
                        .unfiltered(MEMBER.TENANTS)
                        .where(MEMBER.TENANT_ID.eq(tenant))
                        .orderBy(MEMBER.ID.asc()))
                .forEach(row -> all.add(row.toString()));
        db.fetch(select().from(BADGE)
                        .withDeleted()
                        .unfiltered(BADGE.TENANTS)
                        .where(BADGE.TENANT_ID.eq(tenant))
                        .orderBy(BADGE.ID.asc()))
                .forEach(row -> all.add(row.toString()));
        db.fetch(select().from(MEMBER_BADGE)
                        .withDeleted()
                        .unfiltered(MEMBER_BADGE.TENANTS)
                        .where(MEMBER_BADGE.TENANT_ID.eq(tenant))
                        .orderBy(MEMBER_BADGE.MEMBER_ID.asc(), MEMBER_BADGE.BADGE_ID.asc()))
                .forEach(row -> all.add(row.toString()));
        return all;
    }

    private static List<String> result(Function<SqlExecutor, List<String>> query, Database db) {
        try {
            return query.apply(db);
        } catch (UnsupportedFeatureException e) {
            return List.of("refused: " + e.getMessage());
        }
    }

    /** What a write touches, and what it leaves of the tenant's rows; then it is undone. */
    private List<String> effect(RowWrite<?> write, long other) {
        List<String> seen = new ArrayList<>();
        try {
            tenant(1).transaction(tx -> {
                List<String> before = rowsOf(tx, other);
                seen.add(String.valueOf(tx.execute(write)));
                assertThat(rowsOf(tx, other)).isEqualTo(before);
                throw new Undone();
            });
        } catch (Undone | UnsupportedFeatureException e) {
            return seen;
        }
        return seen;
    }

    @Test
    default void randomStatementsNeitherReadNorChangeRowsOfAnotherTenant() {
        Random random = new Random(RandomCases.seed());
        fill(1, random);
        int cases = RandomCases.cases(STATEMENTS);
        List<Function<SqlExecutor, List<String>>> queries = new ArrayList<>();
        List<RowWrite<?>> writes = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            RandomStatements statements = new RandomStatements(new Random(RandomCases.seed() + i));
            queries.add(i % 50 == 0 ? statements.groups() : statements.query());
            if (i % (STATEMENTS / WRITES) == 0) {
                writes.add(statements.write());
            }
        }
        List<List<String>> alone =
                queries.stream().map(query -> result(query, tenant(1))).toList();
        List<List<String>> effects =
                writes.stream().map(write -> effect(write, 2)).toList();
        List<String> own = rowsOf(tenant(1), 1);

        fill(2, random);

        int found = 0;
        for (int i = 0; i < cases; i++) {
            int index = i;
            RandomCases.named(
                    "query " + i,
                    () -> assertThat(result(queries.get(index), tenant(1))).isEqualTo(alone.get(index)));
            found += alone.get(i).isEmpty() ? 0 : 1;
        }
        for (int i = 0; i < writes.size(); i++) {
            int index = i;
            RandomCases.named(
                    "write " + i, () -> assertThat(effect(writes.get(index), 2)).isEqualTo(effects.get(index)));
        }
        assertThat(rowsOf(tenant(1), 1)).isEqualTo(own);
        assertThat(found).isGreaterThan(cases / 3); // or the queries would find nothing, and prove nothing
    }
}
