package dev.rowan.dialect.sqlserver;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The judge of the statements is judged by statements of which it is known what SQL Server says to them. */
final class TransactSqlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select [a] from [t] limit 10",
                "select [a] from [t] where [a] = true",
                "select [a] || [b] from [t]",
                "select [a] from [t] offset 5 rows",
                "select [a] from [t] order by [a] fetch first 5 rows only",
                "select [a] from (select [a] from [t])",
                "select [a] from [t] cross join lateral (select 1 as x) as [y]",
                "select [a] from [t] for update",
                "select [a] from [t] where ([a], [b]) in (select [c], [d] from [s])",
                "select [a] from [t] where ([a], [b]) = (?, ?)",
                "select [a] > 1 from [t]",
                "select sum([a]) filter (where [b] > 1) from [t]",
                "select [a] from [t] order by [a] nulls first",
                "insert into [t] ([a]) values (?) returning [id]",
                "insert into [t] ([a]) values (?) on conflict do nothing",
                "with recursive [r]([n]) as (select 1 union all select [n] + 1 from [r]) select [n] from [r]",
                "select [a] from [t] where [a]",
                "select top (5) [a] from [t] order by [a] offset 5 rows",
                "select [d].[a] from (select [a] from [t] order by [a]) as [d]",
                "select [a] from [t] intersect all select [b] from [s]",
                "select extract(year from [a]) from [t]",
                "select [a] + interval '1 day' from [t]",
                "select substring([a] from 1 for 2) from [t]",
                "select array_agg([a]) from [t]",
                "select [a] from [t] where not [a]",
                "select case when [a] then 1 end from [t]",
                "create table [t] ([a] boolean)",
                "select position('x' in [a]) from [t]",
                "select sum([a]) over (order by [b] groups between 1 preceding and current row) from [t]",
                "merge into [users] using (values (?)) as [e]([id]) on [users].[id] = [e].[id] when not matched then insert ([id]) values ([e].[id])",
                "update [users] as [u] set [a] = 1",
                "select [a] from [t] where [a] ilike ?",
                "select [a] [b] [c] from [t]",
                "select from [t]",
                "select [a] from [t] where",
                "select [a] from [t] group by",
                "select (select 1 from [t]"
            })
    void whatTheServerRefusesIsRefused(String text) {
        assertThatThrownBy(() -> TransactSql.require(text)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select [u].[id] from [users] as [u] where [u].[active] = 1 order by (select null) offset ? rows",
                "select distinct top (?) [id] from [users] order by [id] desc",
                "select [d].[id] from (select top (?) [id] from [users] order by [id]) as [d]",
                "select [a].[id] from [a] outer apply (select count_big(*) as [n] from [o]) as [x]",
                "update [t] set [a] = case when [b] > ? then 1 when not ([b] > ?) then 0 end where [c] is not null",
                "merge into [t] with (holdlock) using (values (?)) as [s]([a]) on [t].[a] = [s].[a] when not matched then"
                        + " insert ([a]) values ([s].[a]);",
                "with [r]([n]) as (select cast(? as int) union all select cast([r].[n] + ? as int) from [r] where [r].[n] < ?)"
                        + " select [r].[n] from [r] option (maxrecursion 0)"
            })
    void whatTheServerTakesIsAccepted(String text) {
        TransactSql.require(text);
    }
}
