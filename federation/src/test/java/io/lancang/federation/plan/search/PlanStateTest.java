package io.lancang.federation.plan.search;

import static io.lancang.federation.plan.tree.Slots.child;
import static io.lancang.federation.plan.tree.Slots.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.plan.graph.EntryPoint;
import io.lancang.federation.plan.graph.FieldAccess;
import io.lancang.federation.plan.graph.Needs;
import io.lancang.federation.plan.graph.PlanGraph;
import io.lancang.federation.plan.tree.Block;
import io.lancang.federation.plan.tree.Position;
import io.lancang.federation.plan.tree.Slot;
import io.lancang.federation.supergraph.JoinSpec;
import io.lancang.federation.supergraph.Supergraph;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a plan costs: a request 10,000, a stage 20,000, a call 200, a field 10. */
class PlanStateTest {
    private static final Supergraph SUPERGRAPH = Supergraph.parse(JoinSpec.V0_5 + """
            enum join__Graph { A @join__graph(name: "a", url: "") B @join__graph(name: "b", url: "") }
            type Query @join__type(graph: A) { port: Port ports: [Port!]! stop: Halt }
            interface Halt @join__type(graph: A) { name: String }
            type Port implements Halt @join__implements(graph: A, interface: "Halt")
              @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID!
              name: String @join__field(graph: A)
              depth: Int @join__field(graph: B)
            }
            """);

    private final PlanGraph graph = new PlanGraph(SUPERGRAPH, Set.of());
    private final Block block = Block.primary();
    private final Position root = new Position(null, "Query");
    private final Slot port = slot(root, "Query", "port", "Port");
    private final Position ports = child(port);
    private PlanState state;

    @BeforeEach
    void startWithNothing() {
        BitSet roots = new BitSet();
        roots.set(0);
        state = new PlanState(graph, 1, roots, block);
    }

    @Test
    void costsNothingWithoutSteps() {
        assertEquals(0, state.cost());
        assertEquals(1, state.baseLevel());
        assertTrue(state.startsIn(0));
        assertFalse(state.startsIn(1));
    }

    @Test
    void paysForARequestAStageAndACallWithTheFirstStep() {
        // 10,000 for the request, 20,000 for its stage, 200 for the call.
        assertEquals(30_200, state.costOfRoot(0, 1, root));
        state.add(rootStep(0, 1));
        assertEquals(30_200, state.cost());
    }

    @Test
    void paysForACallAloneInARequestThatIsSentAnyway() {
        state.add(rootStep(0, 1));
        state.add(entry(1, 2));

        // Two requests, two stages, two calls.
        assertEquals(60_400, state.cost());
        assertEquals(200, state.costOfEntry(1, 2, ports));
        state.add(entry(1, 2));
        assertEquals(60_600, state.cost());
    }

    /** Twenty points for each list above: fewer entities are worth more fields. */
    @Test
    void paysForEntitiesThatAreSentInNumbers() {
        Position listed = child(slot(root, "Query", "ports", "Port"));

        assertEquals(30_200, state.costOfEntry(1, 2, ports));
        assertEquals(30_220, state.costOfEntry(1, 2, listed));
    }

    @Test
    void paysForNoStageBesideAnother() {
        state.add(rootStep(0, 1));
        state.add(entry(1, 2));

        // A request to another subgraph at the same time: 10,000 and the call.
        assertEquals(10_200, state.costOfEntry(0, 2, ports));
        // The same later: another stage.
        assertEquals(30_200, state.costOfEntry(1, 3, ports));
        // Root fields never join a request of entities.
        assertEquals(10_200, state.costOfRoot(1, 2, root));
    }

    @Test
    void sendsBlocksByThemselves() {
        state.add(entry(1, 1));
        state.goOn(Block.primary());

        assertEquals(10_200, state.costOfEntry(1, 1, ports));
        assertNotEquals(block, state.block());
    }

    @Test
    void paysForAFieldOnce() {
        Node top = state.add(rootStep(0, 1));
        Slot id = slot(ports, "Port", "id", null);

        Node below = state.take(top, port, access(0, "Query", "port"));
        assertSame(ports, below.position());
        assertSame(below, state.take(below, id, access(0, "Port", "id")), "a leaf has nothing below it");
        // 30,200 and two fields.
        assertEquals(30_202, state.cost());

        assertSame(below, state.take(top, port, access(0, "Query", "port")));
        assertSame(below, state.take(below, id, access(0, "Port", "id")));
        assertEquals(30_202, state.cost());
        assertEquals(List.of(below), state.at(ports).nodes());
    }

    @Test
    void paysForAFieldOfOneTypeNothingWhereItIsAskedOfAll() {
        Slot stop = slot(root, "Query", "stop", "Halt");
        Position stops = child(stop);
        Slot nameOfAll = slot(stops, "Halt", "name", null);
        Slot nameOfPorts = slot(stops, "Port", "name", null);
        Node below = state.take(state.add(rootStep(0, 1)), stop, access(0, "Query", "stop"));
        state.take(below, nameOfAll, access(0, "Halt", "name"));
        assertEquals(30_202, state.cost());

        state.take(below, nameOfPorts, access(0, "Port", "name"));

        assertEquals(30_202, state.cost());
    }

    @Test
    void undoesWhatWasAddedAndTakenSinceAMark() {
        Node top = state.add(rootStep(0, 1));
        int mark = state.mark();
        state.take(top, port, access(0, "Query", "port"));
        state.add(entry(1, 2));
        state.add(entry(1, 2));
        assertEquals(2, state.at(ports).nodes().size() - 1, "two entries beside the objects of the field");

        state.undoTo(mark);

        assertEquals(30_200, state.cost());
        assertEquals(1, state.steps().size());
        assertEquals(List.of(), state.at(ports).nodes());
        assertEquals(List.of(top), state.at(root).nodes());
        assertTrue(top.taken().isEmpty());
        // Neither the request nor its stage is there any longer.
        assertEquals(30_200, state.costOfEntry(1, 2, ports));
    }

    @Test
    void keepsARequestThatAnotherCallStillNeeds() {
        state.add(entry(1, 1));
        int mark = state.mark();
        state.add(entry(1, 1));

        state.undoTo(mark);

        assertEquals(30_200, state.cost());
        assertEquals(200, state.costOfEntry(1, 1, ports));
    }

    @Test
    void changesItsVersionWhereOptionsMayDiffer() {
        long before = state.version();
        Node top = state.add(rootStep(0, 1));
        long added = state.version();
        assertNotEquals(before, added);
        int mark = state.mark();
        Node below = state.take(top, port, access(0, "Query", "port"));
        long taken = state.version();
        assertNotEquals(added, taken);
        // A leaf is no place from which anything else is had.
        state.take(below, slot(ports, "Port", "id", null), access(0, "Port", "id"));
        assertEquals(taken, state.version());
        state.undoTo(mark);
        long undone = state.version();
        assertNotEquals(taken, undone);
        state.goOn(Block.primary());
        assertNotEquals(undone, state.version());
    }

    private Step rootStep(int subgraph, int level) {
        return new Step(block, subgraph, level, root, "Query", null, Set.of());
    }

    private Step entry(int subgraph, int level) {
        EntryPoint point = new EntryPoint(subgraph, "Port", FieldSet.EMPTY, false);
        Step.Entry entry = new Step.Entry(point, "Port", Needs.NOTHING, List.of(), List.of());
        return new Step(block, subgraph, level, ports, "Port", entry, Set.of());
    }

    private FieldAccess access(int subgraph, String type, String field) {
        FieldAccess access = graph.access(type, field, subgraph);
        if (access == null) {
            throw new AssertionError("the subgraph has no " + type + "." + field);
        }
        return access;
    }
}
