package io.lancang.federation.compose.merge.type;

import graphql.language.Type;
import io.lancang.federation.compose.merge.source.Overrides;
import io.lancang.federation.compose.merge.source.Source;
import io.lancang.federation.compose.merge.source.TypeReconciler;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.compose.subgraph.FieldSets;
import io.lancang.federation.compose.subgraph.FieldUses;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says with {@code @join__field} how each subgraph takes part in a field.
 *
 * @param merging what all mergers share
 */
record JoinField(Merging merging) {

    private static final String NAME = "join__field";

    /**
     * The directives of one field; none where every subgraph that has the type resolves the field in the same way, which
     * is what a router assumes without any.
     *
     * @param owners the subgraphs that have the type
     * @param sources the subgraphs that have the field
     * @param merged the field's type in the supergraph
     */
    List<AppliedDirective> directives(String typeName, int owners, List<Source<FieldElement>> sources, Type<?> merged) {
        boolean sameType = TypeReconciler.same(
                sources.stream().<Type<?>>map(source -> source.element().type()).toList());
        List<AppliedDirective> directives = new ArrayList<>();
        boolean plain = sameType && sources.size() == owners;
        for (Source<FieldElement> source : sources) {
            Optional<AppliedDirective> directive = directive(typeName, source, sameType);
            plain &= directive.filter(each -> each.arguments().size() == 1).isPresent();
            directive.ifPresent(directives::add);
        }
        return plain ? List.of() : directives;
    }

    private Optional<AppliedDirective> directive(String typeName, Source<FieldElement> source, boolean sameType) {
        SubgraphModel subgraph = source.subgraph();
        FieldElement field = source.element();
        boolean gone = merging.overrides().isGone(subgraph.name(), typeName, field.name());
        boolean moves = merging.overrides()
                .moveOf(subgraph.name(), typeName, field.name())
                .isPresent();
        // An external field says by itself that it is used here.
        boolean used = moves
                && !field.directives().has(FederationDirective.EXTERNAL)
                && (FieldUses.of(subgraph).contains(typeName, field.name()) || isDemanded(subgraph, typeName, field));
        if (gone && !used) {
            return Optional.empty();
        }
        AppliedDirective.Builder directive = AppliedDirective.named(NAME).symbol("graph", merging.graph(subgraph));
        fieldSet(field, FederationDirective.REQUIRES).ifPresent(fields -> directive.text("requires", fields));
        fieldSet(field, FederationDirective.PROVIDES).ifPresent(fields -> directive.text("provides", fields));
        directive.text("type", sameType ? null : TypeReferences.print(field.type()));
        directive.flag("external", field.directives().has(FederationDirective.EXTERNAL), false);
        addOverride(typeName, subgraph, field, directive);
        directive.flag("usedOverridden", used, false);
        ContextArguments.of(subgraph, field).ifPresent(value -> directive.value("contextArguments", value));
        return Optional.of(directive.build());
    }

    /** Both sides of a progressive override carry its label; one from a subgraph that does not exist has no other side. */
    private void addOverride(
            String typeName, SubgraphModel subgraph, FieldElement field, AppliedDirective.Builder directive) {
        Optional<AppliedDirective> override = field.directives().first(FederationDirective.OVERRIDE);
        String from = override.map(each -> each.text("from")).orElse(null);
        directive.text("override", exists(from) ? from : null);
        String label = override.filter(each -> exists(from))
                .map(each -> each.text("label"))
                .or(() -> merging.overrides()
                        .moveOf(subgraph.name(), typeName, field.name())
                        .map(Overrides.Move::label))
                .orElse(null);
        directive.text("overrideLabel", label);
    }

    private static boolean isDemanded(SubgraphModel subgraph, String typeName, FieldElement field) {
        return subgraph.fieldsType(typeName).stream()
                .flatMap(type -> type.interfaces().stream())
                .anyMatch(name -> subgraph.field(name, field.name()).isPresent());
    }

    private boolean exists(@Nullable String subgraphName) {
        return merging.subgraphs().stream().anyMatch(each -> each.name().equals(subgraphName));
    }

    private static Optional<String> fieldSet(FieldElement field, FederationDirective directive) {
        return field.directives()
                .first(directive)
                .map(each -> FieldSets.of(each).toString());
    }
}
