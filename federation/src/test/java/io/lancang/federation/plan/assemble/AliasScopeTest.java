package io.lancang.federation.plan.assemble;

import static io.lancang.federation.plan.tree.Slots.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.lancang.federation.plan.tree.Position;
import io.lancang.federation.plan.tree.Slot;
import org.junit.jupiter.api.Test;

class AliasScopeTest {
    private final Slot zone = slot(new Position(null, "Query"), "Query", "zone", "Zone");

    @Test
    void givesTwoFieldsOneAliasOnlyWhereTheyAreTheSame() {
        AliasScope scope = new AliasScope();

        assertEquals("zone", scope.choose(zone, "", "Zone"));
        assertEquals("zone", scope.choose(zone, "", "Zone"));
        assertEquals("zone_1", scope.choose(zone, "(at:1)", "Zone"));
        assertEquals("zone_2", scope.choose(zone, "(at:1)", "Zone!"));
        assertEquals("zone_1", scope.choose(zone, "(at:1)", "Zone"));
        assertSame(scope.below("zone"), scope.below("zone"));
        assertEquals("zone", scope.below("zone").choose(zone, "(at:1)", "Zone"));
    }
}
