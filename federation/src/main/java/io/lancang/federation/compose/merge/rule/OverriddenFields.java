package io.lancang.federation.compose.merge.rule;

import io.lancang.federation.compose.merge.source.Overrides;
import io.lancang.federation.compose.merge.source.Source;
import io.lancang.federation.compose.merge.type.Merging;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.List;
import java.util.Optional;

/**
 * A field can be taken over once, from a subgraph that resolves it itself.
 *
 * @param merging what all mergers share
 */
public record OverriddenFields(Merging merging) {

    private static final List<FederationDirective> CONTRADICTING =
            List.of(FederationDirective.PROVIDES, FederationDirective.REQUIRES);

    public void check() {
        for (SubgraphModel subgraph : merging.subgraphs()) {
            for (FieldsType type : subgraph.fieldsTypes()) {
                for (FieldElement field : type.fields().values()) {
                    field.directives()
                            .first(FederationDirective.OVERRIDE)
                            .ifPresent(override -> check(type.name(), new Source<>(subgraph, field), override));
                }
            }
        }
    }

    private void check(String typeName, Source<FieldElement> source, AppliedDirective override) {
        String coordinate = typeName + "." + source.element().name();
        checkHere(typeName, coordinate, source);
        String from = String.valueOf(override.text("from"));
        Optional<SubgraphModel> origin = merging.subgraphs().stream()
                .filter(subgraph -> subgraph.name().equals(from))
                .findFirst();
        if (origin.isEmpty()) {
            merging.problems()
                    .hint(
                            coordinate,
                            "@override takes \"" + coordinate + "\" from \"" + from + "\", which does not exist");
            return;
        }
        Optional<FieldElement> former =
                origin.get().field(typeName, source.element().name());
        if (former.isEmpty()) {
            merging.problems()
                    .hint(
                            coordinate,
                            "@override takes \"" + coordinate + "\" from \"" + from + "\", which does not have it");
            return;
        }
        if (Overrides.isOver(former.get(), override.text("label"))) {
            merging.problems()
                    .hint(
                            coordinate,
                            "@override takes \"" + coordinate + "\" from \"" + from
                                    + "\", which has it as @external only; the move is done, remove @override");
            return;
        }
        checkFormer(coordinate, new Source<>(origin.get(), former.get()), source);
    }

    private void checkHere(String typeName, String coordinate, Source<FieldElement> source) {
        if (source.element().directives().has(FederationDirective.EXTERNAL)) {
            collision(
                    coordinate,
                    List.of(source),
                    "\"" + coordinate + "\" is taken over with @override but @external, so not resolved here;"
                            + " remove one of the directives");
        }
        if (source.subgraph().isInterfaceObject(typeName)) {
            collision(
                    coordinate,
                    List.of(source),
                    "\"" + coordinate + "\" is a field of an @interfaceObject, which cannot take over fields of the"
                            + " implementations; remove @override");
        }
    }

    private void checkFormer(String coordinate, Source<FieldElement> former, Source<FieldElement> source) {
        if (former.element().directives().has(FederationDirective.OVERRIDE)) {
            merging.problems()
                    .error(
                            CompositionErrorCode.OVERRIDE_SOURCE_HAS_OVERRIDE,
                            coordinate,
                            Source.places(List.of(former, source)),
                            "\"" + coordinate + "\" is taken over by " + Source.names(List.of(source)) + " from "
                                    + Source.names(List.of(former))
                                    + ", which takes it over itself; remove one @override");
        }
        for (FederationDirective directive : CONTRADICTING) {
            if (former.element().directives().has(directive)) {
                collision(
                        coordinate,
                        List.of(former, source),
                        "\"" + coordinate + "\" cannot be taken over from " + Source.names(List.of(former))
                                + ", where it has @" + directive.specName() + "; remove one of the directives");
            }
        }
    }

    private void collision(String coordinate, List<Source<FieldElement>> sources, String message) {
        merging.problems()
                .error(
                        CompositionErrorCode.OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE,
                        coordinate,
                        Source.places(sources),
                        message);
    }
}
