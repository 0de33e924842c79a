package io.lancang.trade.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.trade.Graph;
import io.lancang.trade.Impatient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who is a member today: QMB from today on, QMC to the end of today, QMD from tomorrow on and QMG up to yesterday. That QMH is one was put
 * right. QMA, QME and QMF are members since 1900.
 */
@QuarkusTest
@TestProfile(Impatient.class)
class SmallWorldMembersTest extends InSmallWorld {
    private static final List<String> MEMBERS = List.of("QMA", "QMB", "QMC", "QME", "QMF");

    @BeforeEach
    void addMembers() throws SQLException {
        execute("""
                insert into membership
                  (bloc_code, partner_code, starts, starts_precision, ends, role, verified, source_ids, release_id, superseded_by)
                select 'QMW', partner, current_date + starts, 'DAY', current_date + ends, 'member', true, '{}', 1, past
                from (values ('QMB', 0, null::int, null::int), ('QMC', -9, 0, null), ('QMD', 1, null, null), ('QMG', -9, -1, null),
                             ('QMH', -9, null, 1)) m (partner, starts, ends, past)
                """);
    }

    @Test
    void partnersOfABlocAreItsMembersOfToday() {
        assertEquals(
                MEMBERS,
                Graph.data("{ partners(filter: {bloc: \"QMW\"}) { nodes { code } } }")
                        .getList("data.partners.nodes.code"));
    }

    @Test
    void membershipsOfTodayAreInTheOrderOfBlocs() {
        assertEquals(
                List.of("QMV", "QMW", "QMX"),
                Graph.data("{ partner(code: \"QMB\") { memberships { bloc { code } } } }")
                        .getList("data.partner.memberships.bloc.code"));
    }

    @Test
    void aBlocHasItsMembersOfToday() {
        assertEquals(
                MEMBERS,
                Graph.data("{ bloc(code: \"QMW\") { members { partner { code } } } }")
                        .getList("data.bloc.members.partner.code"));
    }
}
