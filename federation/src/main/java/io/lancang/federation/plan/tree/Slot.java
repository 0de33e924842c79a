package io.lancang.federation.plan.tree;

import graphql.language.Argument;
import io.lancang.federation.operation.Conditions;
import io.lancang.federation.plan.graph.Coordinate;
import io.lancang.federation.plan.graph.TypenameField;
import io.lancang.federation.plan.query.GraphQLText;
import io.lancang.federation.plan.query.MergeKeys;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of the merged tree that somebody needs: a field with its arguments, on objects of one type at one position. Either
 * the client selected it, or a key or {@code @requires} does. Identity is that of the object. Owned by one planning run.
 */
public final class Slot {
    private final Position position;
    private final Coordinate coordinate;
    private final List<Argument> arguments;
    private final String argumentText;
    private Naming naming;
    private final int order;
    private final @Nullable Position child;
    private final Demand clientDemand = new Demand();
    private final Map<Block, Demand> demandByBlock = new LinkedHashMap<>(2);

    /**
     * How a slot is called.
     *
     * @param mergeKey in the merged tree
     * @param alias in a request to a subgraph, if nothing there stands against it
     */
    public record Naming(String mergeKey, String alias) {}

    /**
     * A slot of a position.
     *
     * @param order its place among the slots of the operation, those that no client selected last
     * @param childType core of the field's type if that has fields, otherwise null
     */
    public Slot(
            Position position,
            String parentType,
            String name,
            List<Argument> arguments,
            Naming naming,
            int order,
            @Nullable String childType) {
        this.position = position;
        this.coordinate = new Coordinate(parentType, name);
        this.arguments = List.copyOf(arguments);
        this.argumentText = GraphQLText.arguments(arguments);
        this.naming = naming;
        this.order = order;
        this.child = childType == null ? null : new Position(this, childType);
    }

    public Position position() {
        return position;
    }

    /** The field, on the type of the objects that it is asked of. */
    public Coordinate coordinate() {
        return coordinate;
    }

    public String parentType() {
        return coordinate.type();
    }

    public String name() {
        return coordinate.field();
    }

    public List<Argument> arguments() {
        return arguments;
    }

    String argumentText() {
        return argumentText;
    }

    public Naming naming() {
        return naming;
    }

    public String mergeKey() {
        return naming.mergeKey();
    }

    public int order() {
        return order;
    }

    @Nullable
    public Position child() {
        return child;
    }

    /** When the client needs the value; empty for a slot that only keys and requirements need. */
    public Demand clientDemand() {
        return clientDemand;
    }

    /** Notes that the client selects the value in a block. */
    public void demand(Block block, Conditions conditions) {
        clientDemand.add(conditions);
        demandByBlock.computeIfAbsent(block, added -> new Demand()).add(conditions);
    }

    /** When the client needs the value, by the blocks in which it selects it. */
    public Map<Block, Demand> demandByBlock() {
        return demandByBlock;
    }

    /**
     * The block with which the value is asked for: of those that have it the one with the fewest deferrals around it, and of
     * these the first. The others wait for it, rather than ask again.
     */
    Block block() {
        return demandByBlock.keySet().stream()
                .min(Comparator.comparingInt(Block::depth))
                .orElseThrow();
    }

    /** Gives the slot a place for objects of its own type alone. */
    void moveApart() {
        naming = new Naming(MergeKeys.ofType(naming.mergeKey(), parentType()), naming.alias());
    }

    public boolean isTypename() {
        return name().equals(TypenameField.NAME);
    }

    /** Whether the value only shows that an object is there: whatever subgraph has the object can be asked for it. */
    public boolean isPresence() {
        return mergeKey().equals(MergeKeys.PRESENCE);
    }

    boolean isSameField(String otherName, String otherArguments) {
        return name().equals(otherName) && argumentText.equals(otherArguments);
    }

    /** Whether the values of both cannot stand in one place, being different fields or having such below them. */
    boolean clashesWith(Slot other) {
        if (!isSameField(other.name(), other.argumentText())) {
            return true;
        }
        Position theirs = other.child();
        return child != null
                && theirs != null
                && child.slots().stream()
                        .anyMatch(below -> theirs.slots().stream()
                                .anyMatch(another ->
                                        another.mergeKey().equals(below.mergeKey()) && another.clashesWith(below)));
    }

    @Override
    public String toString() {
        return position + "/" + parentType() + "." + name() + argumentText;
    }
}
