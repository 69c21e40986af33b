package dev.rowan.contract;

import static dev.rowan.club.Badges.BADGE;
import static dev.rowan.club.Clubs.CLUB;
import static dev.rowan.club.MemberBadges.MEMBER_BADGE;
import static dev.rowan.club.Members.MEMBER;

import dev.rowan.schema.Table;
import java.util.List;

/** What every dialect must do with tables that say what may be written to them, and what of them is seen. */
public abstract class ClubContract extends SharedDatabase
        implements RuleContract,
                AutomaticColumnContract,
                SoftDeleteContract,
                PartitionContract,
                PartitionOracleContract,
                TableListenerContract {
    /** For subclasses. */
    protected ClubContract() {}

    @Override
    protected List<Table<?>> tables() {
        return List.of(CLUB, MEMBER, BADGE, MEMBER_BADGE);
    }
}
