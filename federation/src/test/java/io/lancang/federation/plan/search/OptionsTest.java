package io.lancang.federation.plan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.language.TypeName;
import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.plan.graph.EntryPoint;
import io.lancang.federation.plan.graph.FieldAccess;
import io.lancang.federation.plan.graph.Needs;
import io.lancang.federation.plan.tree.Block;
import io.lancang.federation.plan.tree.Demand;
import io.lancang.federation.plan.tree.Position;
import io.lancang.federation.plan.tree.Slot;
import io.lancang.federation.supergraph.ContextArgument;
import io.lancang.federation.supergraph.SubgraphField;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Options are ranked by cost, and a level later counts 100. */
class OptionsTest {
    private final Position root = new Position(null, "Query");
    private final Slot port = new Slot(root, "Query", "port", List.of(), new Slot.Naming("port", "port"), 0, "Port");
    private final Options options = new Options(2);

    @Test
    void prefersWhatIsAtHandEarlierWhereBothCostTheSame() {
        Option late = root("Query", 500, 3);
        Option early = root("Query", 500, 2);
        options.add(late);
        options.add(early);

        // 500 + 3 * 100 and 500 + 2 * 100.
        assertEquals(800, late.rank());
        assertEquals(700, early.rank());
        assertSame(early, options.cheapest(0, option -> true));
        assertSame(late, options.cheapest(0, option -> option.level() == 3));
        assertNull(options.cheapest(1, option -> true));
        assertNull(options.cheapest(0, option -> false));
    }

    @Test
    void keepsTheFirstOfTwoThatRankTheSame() {
        Option first = root("Query", 600, 1);
        options.add(first);
        options.add(root("Query", 500, 2));

        assertSame(first, options.cheapest(0, option -> true));
    }

    @Test
    void takesAnEntryOnlyInPlaceOfADearerOneOfItsType() {
        Option stop = entering("Stop", 900);
        Option dear = entering("Port", 500);
        assertTrue(options.isEmpty());
        assertTrue(options.improve(stop));
        assertTrue(options.improve(dear));
        assertFalse(options.improve(entering("Port", 500)), "one as cheap is there");
        assertFalse(options.improve(entering("Port", 501)));
        assertEquals(List.of(stop, dear), options.in(0));

        Option cheap = entering("Port", 499);
        assertTrue(options.improve(cheap));

        assertEquals(List.of(stop, cheap), options.in(0));
        assertEquals(List.of(), options.in(1));
        assertFalse(options.isEmpty());
    }

    @Test
    void replacesNoOptionOfAnotherKindByAnEntry() {
        Option byRoot = root("Port", 900, 0);
        Option entry = entering("Port", 500);
        options.add(byRoot);

        assertTrue(options.improve(entry));

        assertEquals(List.of(byRoot, entry), options.in(0));
    }

    @Test
    void asksNothingOfObjectsThatMayNotHaveEntered() {
        ContextArgument required = new ContextArgument("zone", "String!", "context", FieldSet.EMPTY);
        Option canFail = Option.existing(entered(new Needs(FieldSet.EMPTY, List.of(required))));
        Option all = Option.existing(entered(Needs.NOTHING));
        options.add(canFail);

        assertTrue(canFail.canFail());
        assertNull(options.cheapest(0, option -> true));
        assertFalse(all.canFail());
        options.add(all);
        assertSame(all, options.cheapest(0, option -> true));
    }

    @Test
    void paysForAFieldUnlessTheObjectsHaveIt() {
        Node node = new Node(step(null), root, "Query", FieldSet.EMPTY, null);
        Option existing = Option.existing(node);
        assertEquals(1, existing.costWith(port));
        assertEquals(501, root("Query", 500, 0).costWith(port));

        SubgraphField field = SubgraphField.plain("port", new TypeName("Port"), SubgraphField.Resolution.ALWAYS);
        node.take(port, new Node.Taken(new FieldAccess("Query", field, true, "Port"), null, new Demand()));

        assertEquals(0, existing.costWith(port));
        assertTrue(existing.takes(port));
    }

    private Node entered(Needs needs) {
        EntryPoint point = new EntryPoint(0, "Port", FieldSet.EMPTY, false);
        return step(new Step.Entry(point, "Port", needs, List.of(), List.of())).root();
    }

    private Step step(Step.@Nullable Entry entry) {
        return new Step(Block.primary(), 0, 0, root, "Query", entry, Set.of());
    }

    private static Option root(String type, int cost, int level) {
        return new Option(0, type, FieldSet.EMPTY, cost, level, new Option.Source.Root());
    }

    private static Option entering(String type, int cost) {
        EntryPoint point = new EntryPoint(0, type, FieldSet.EMPTY, false);
        return new Option(0, type, FieldSet.EMPTY, cost, 1, new Option.Source.Entering(point, type, Needs.NOTHING));
    }
}
