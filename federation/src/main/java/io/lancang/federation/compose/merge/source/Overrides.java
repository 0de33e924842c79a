package io.lancang.federation.compose.merge.source;

import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which fields one subgraph takes over from another.
 *
 * @param moves the field as its former owner has it to the move
 */
public record Overrides(Map<FieldOf, Move> moves) {

    /** What a field that is to be taken over must not have where it is. */
    private static final List<FederationDirective> REFUSED_WITH =
            List.of(FederationDirective.OVERRIDE, FederationDirective.PROVIDES, FederationDirective.REQUIRES);

    public Overrides {
        moves = Map.copyOf(moves);
    }

    /**
     * A field in one subgraph.
     *
     * @param subgraph the subgraph's name
     * @param type the type's name
     * @param field the field's name
     */
    public record FieldOf(String subgraph, String type, String field) {}

    /**
     * A field's way to a new owner.
     *
     * @param to the subgraph that takes it over
     * @param label decides request by request who resolves it; null for a move that is done
     */
    public record Move(String to, @Nullable String label) {}

    /** All moves that the subgraphs declare and that come about: a field whose move is refused stays where it is. */
    public static Overrides of(List<SubgraphModel> subgraphs) {
        Map<FieldOf, Move> moves = new HashMap<>();
        for (SubgraphModel subgraph : subgraphs) {
            for (FieldsType type : subgraph.fieldsTypes()) {
                if (subgraph.isInterfaceObject(type.name())) {
                    continue;
                }
                for (FieldElement field : type.fields().values()) {
                    field.directives()
                            .first(FederationDirective.OVERRIDE)
                            .ifPresent(override -> add(moves, subgraph, type, field, override));
                }
            }
        }
        moves.entrySet()
                .removeIf(move -> field(subgraphs, move.getKey())
                        .filter(former -> isOver(former, move.getValue().label()) || isRefused(former))
                        .isPresent());
        return new Overrides(moves);
    }

    private static Optional<FieldElement> field(List<SubgraphModel> subgraphs, FieldOf former) {
        return subgraphs.stream()
                .filter(subgraph -> subgraph.name().equals(former.subgraph()))
                .flatMap(subgraph -> subgraph.field(former.type(), former.field()).stream())
                .findFirst();
    }

    /**
     * Whether a move is long over: a field that its former owner has as external serves that subgraph's field sets, as any
     * other.
     *
     * @param former the field as its former owner has it
     * @param label that of the move; null for a move that is done
     */
    public static boolean isOver(FieldElement former, @Nullable String label) {
        return label == null && former.directives().has(FederationDirective.EXTERNAL);
    }

    private static boolean isRefused(FieldElement former) {
        return REFUSED_WITH.stream().anyMatch(former.directives()::has);
    }

    /** Where the field moved to; empty where it stays. */
    public Optional<Move> moveOf(String subgraph, String type, String field) {
        return Optional.ofNullable(moves.get(new FieldOf(subgraph, type, field)));
    }

    /** Whether the subgraph gave the field away for good. */
    public boolean isGone(String subgraph, String type, String field) {
        return moveOf(subgraph, type, field)
                .filter(move -> move.label() == null)
                .isPresent();
    }

    /** The labels of all progressive moves, sorted. */
    public Set<String> labels() {
        Set<String> labels = new TreeSet<>();
        for (Move move : moves.values()) {
            if (move.label() != null) {
                labels.add(move.label());
            }
        }
        return labels;
    }

    private static void add(
            Map<FieldOf, Move> moves,
            SubgraphModel subgraph,
            FieldsType type,
            FieldElement field,
            AppliedDirective override) {
        String from = override.text("from");
        if (from != null) {
            moves.put(new FieldOf(from, type.name(), field.name()), new Move(subgraph.name(), override.text("label")));
        }
    }
}
