package io.lancang.federation.plan.search;

import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.plan.graph.FieldAccess;
import io.lancang.federation.plan.graph.PlanGraph;
import io.lancang.federation.plan.tree.Block;
import io.lancang.federation.plan.tree.Demand;
import io.lancang.federation.plan.tree.Position;
import io.lancang.federation.plan.tree.Slot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plan while it is searched: steps and what they take. Every change can be undone, in reverse order. Owned by one
 * planning run.
 */
public final class PlanState {
    /**
     * As how many joined lists it counts that objects come from another subgraph than they had better: a joined list may be right
     * all the same, and is often found to be in vain once the rest of the plan is known.
     */
    private static final int SECOND_CHOICE = 4;

    private final PlanGraph graph;
    private final int baseLevel;
    private final BitSet roots;
    private Block block;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Request, Integer> requests = new HashMap<>();
    private final List<Integer> stepsAtLevel = new ArrayList<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final List<PositionState> positions = new ArrayList<>();
    private int fields;
    private int joins;
    private int listsOfEntities;
    private long version;

    /**
     * Entity calls of one block, subgraph and level go out together, root fields by themselves.
     *
     * @param root position of the root fields; null for entity calls
     */
    private record Request(
            Block block, int level, int subgraph, @Nullable Position root) {}

    /**
     * An empty plan.
     *
     * @param baseLevel level of the root fields
     * @param roots the subgraphs that may be asked for the operation's root fields
     * @param first the block to plan first
     */
    public PlanState(PlanGraph graph, int baseLevel, BitSet roots, Block first) {
        this.graph = graph;
        this.baseLevel = baseLevel;
        this.roots = roots;
        this.block = first;
    }

    /** The block for which the plan is made at the moment; all steps that are added are for it. */
    Block block() {
        return block;
    }

    /** Goes on to another block, with what the plan has for those before. */
    public void goOn(Block next) {
        block = next;
        version++;
    }

    /** What is known of a position. */
    PositionState at(Position position) {
        while (positions.size() <= position.number()) {
            positions.add(new PositionState());
        }
        return positions.get(position.number());
    }

    boolean startsIn(int subgraph) {
        return roots.get(subgraph);
    }

    int baseLevel() {
        return baseLevel;
    }

    public List<Step> steps() {
        return steps;
    }

    /** Whether a step of the block asks the subgraph already, at whatever level. */
    boolean asks(int subgraph) {
        return steps.stream().anyMatch(step -> step.subgraph() == subgraph && step.block() == block);
    }

    /** Differs between any two states whose options can differ. */
    long version() {
        return version;
    }

    public int cost() {
        return requests.size() * PlanCost.REQUEST
                + stepsAtLevel.size() * PlanCost.SEQUENCE
                + steps.size() * PlanCost.CALL
                + fields * PlanCost.FIELD
                + listsOfEntities * PlanCost.LIST
                + joins * PlanCost.JOIN;
    }

    /** What a step of root fields more would add. */
    int costOfRoot(int subgraph, int level, Position position) {
        return cost(new Request(block, level, subgraph, position));
    }

    /** What a step of entities more would add. */
    int costOfEntry(int subgraph, int level, Position position) {
        return cost(new Request(block, level, subgraph, null)) + lists(position) * PlanCost.LIST;
    }

    private int lists(Position position) {
        int lists = 0;
        for (Slot slot = position.slot(); slot != null; slot = slot.position().slot()) {
            lists += graph.isList(slot.coordinate()) ? 1 : 0;
        }
        return lists;
    }

    private int cost(Request wanted) {
        int sequence = wanted.level() - baseLevel >= stepsAtLevel.size() ? PlanCost.SEQUENCE : 0;
        int request = requests.containsKey(wanted) ? 0 : PlanCost.REQUEST;
        return PlanCost.CALL + request + sequence;
    }

    int mark() {
        return undo.size();
    }

    void undoTo(int mark) {
        while (undo.size() > mark) {
            undo.pop().run();
        }
        version++;
    }

    Node add(Step step) {
        int level = step.level();
        Position position = step.root().position();
        Request request = new Request(step.block(), level, step.subgraph(), step.entry() == null ? position : null);
        steps.add(step);
        requests.merge(request, 1, Integer::sum);
        countLevel(level - baseLevel, 1);
        int lists = step.entry() == null ? 0 : lists(position);
        listsOfEntities += lists;
        List<Node> nodes = at(position).nodes();
        nodes.add(step.root());
        version++;
        undo.push(() -> {
            nodes.remove(step.root());
            listsOfEntities -= lists;
            countLevel(level - baseLevel, -1);
            requests.computeIfPresent(request, (key, count) -> count == 1 ? null : count - 1);
            steps.removeLast();
        });
        return step.root();
    }

    /** Takes a field of a node's objects, unless the node has it already. Answers the objects below, if any. */
    Node take(Node node, Slot slot, FieldAccess access) {
        Node.Taken taken = node.taken().get(slot);
        if (taken != null) {
            return taken.child() == null ? node : taken.child();
        }
        int added = node.asksForAll(slot) ? 0 : 1;
        fields += added;
        Position below = slot.child();
        int joined = joins(slot, node.step().subgraph());
        joins += joined;
        Node child = below == null
                ? null
                : new Node(node.step(), below, access.typeName(), provided(node, slot, access), node);
        node.take(slot, new Node.Taken(access, child, new Demand()));
        if (below != null && child != null) {
            at(below).nodes().add(child);
            version++;
        }
        undo.push(() -> {
            if (below != null && child != null) {
                at(below).nodes().remove(child);
            }
            node.leave(slot);
            fields -= added;
            joins -= joined;
        });
        return child == null ? node : child;
    }

    /**
     * How many more lists are put together that may not be the same, if one more subgraph answers the field: a list
     * with another one's, and, as {@value #SECOND_CHOICE}, objects that had better come from another subgraph.
     */
    int joins(Slot slot, int subgraph) {
        Position below = slot.child();
        if (below == null) {
            return 0;
        }
        int second = below.isSecondChoice(subgraph) ? SECOND_CHOICE : 0;
        return at(below).isBrought() && graph.isList(slot.coordinate()) ? second + 1 : second;
    }

    private FieldSet provided(Node node, Slot slot, FieldAccess access) {
        return graph.provided(node.provided(), slot.coordinate(), access);
    }

    private void countLevel(int level, int change) {
        while (stepsAtLevel.size() <= level) {
            stepsAtLevel.add(0);
        }
        stepsAtLevel.set(level, stepsAtLevel.get(level) + change);
        while (!stepsAtLevel.isEmpty() && stepsAtLevel.getLast() == 0) {
            stepsAtLevel.removeLast();
        }
    }
}
