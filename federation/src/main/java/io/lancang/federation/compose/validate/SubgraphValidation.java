package io.lancang.federation.compose.validate;

import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.List;

/** Checks each subgraph by itself. */
public final class SubgraphValidation {

    private static final List<SubgraphRule> RULES = List.of(
            new NamesAreDefined(),
            new DefaultsFitTheirTypes(),
            new InputsCanBeWritten(),
            new DirectivesFitTheirDefinitions(),
            new FieldSetsFitTheirTypes(),
            new ExternalFieldsAreUsed(),
            new DirectivesSuitTheirFields(),
            new OverridesAreWellFormed(),
            new InterfaceKeysAreOnImplementations(),
            new TagNamesAreValid(),
            new ListSizesFitTheirFields(),
            new CacheTagsFitTheirElements(),
            new ContextsAreSet());

    private SubgraphValidation() {}

    /** Reports every rule that a subgraph breaks. The rules of GraphQL itself come last: they need names that exist. */
    public static void check(List<SubgraphModel> subgraphs, Problems problems) {
        for (SubgraphModel subgraph : subgraphs) {
            RULES.forEach(rule -> rule.check(subgraph, problems));
        }
        if (!problems.hasErrors()) {
            subgraphs.forEach(subgraph -> new SubgraphIsValidGraphql().check(subgraph, problems));
        }
    }
}
