package io.lancang.federation.compose.validate;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Some fields leave it to others to say something. A field of an interface is resolved by implementations, and an external
 * field stands for another subgraph's: how they are resolved, and what clients see of them, is said there.
 */
final class DirectivesSuitTheirFields implements SubgraphRule {

    private static final String DEPRECATED = "deprecated";

    private static final Map<FederationDirective, CompositionErrorCode> NOT_ON_INTERFACES = Map.of(
            FederationDirective.EXTERNAL, CompositionErrorCode.EXTERNAL_ON_INTERFACE,
            FederationDirective.REQUIRES, CompositionErrorCode.REQUIRES_UNSUPPORTED_ON_INTERFACE,
            FederationDirective.PROVIDES, CompositionErrorCode.PROVIDES_UNSUPPORTED_ON_INTERFACE,
            FederationDirective.SHAREABLE, CompositionErrorCode.INVALID_SHAREABLE_USAGE,
            FederationDirective.OVERRIDE, CompositionErrorCode.OVERRIDE_ON_INTERFACE,
            FederationDirective.COST, CompositionErrorCode.COST_APPLIED_TO_INTERFACE_FIELD,
            FederationDirective.AUTHENTICATED, CompositionErrorCode.AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE,
            FederationDirective.REQUIRES_SCOPES, CompositionErrorCode.AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE,
            FederationDirective.POLICY, CompositionErrorCode.AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE);

    private static final List<FederationDirective> ACCESS =
            List.of(FederationDirective.AUTHENTICATED, FederationDirective.REQUIRES_SCOPES, FederationDirective.POLICY);

    private static final List<String> NOT_ON_EXTERNAL_FIELDS = Stream.concat(
                    Stream.of(DEPRECATED), FederationDirective.CARRIED.stream().map(FederationDirective::modelName))
            .toList();

    @Override
    public void check(SubgraphModel subgraph, Problems problems) {
        subgraph.fieldsTypes().forEach(type -> checkAccess(subgraph, type, problems));
        Fields.forEach(subgraph, (type, field) -> {
            if (type.isInterface()) {
                checkOnInterface(subgraph, type, field, problems);
            } else if (field.directives().has(FederationDirective.EXTERNAL)) {
                checkOnExternal(subgraph, type, field, problems);
            }
        });
    }

    private static void checkAccess(SubgraphModel subgraph, FieldsType type, Problems problems) {
        if (type.isObject() && !subgraph.isInterfaceObject(type.name())) {
            return;
        }
        for (FederationDirective directive : ACCESS) {
            if (type.directives().has(directive)) {
                problems.error(
                        CompositionErrorCode.AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE,
                        type.name(),
                        subgraph.place(type),
                        subgraph.nameOf(directive) + " cannot protect the interface \"" + type.name()
                                + "\"; protect its implementations or their fields, and the supergraph demands of the"
                                + " interface what they demand");
            }
        }
    }

    private static void checkOnInterface(
            SubgraphModel subgraph, FieldsType type, FieldElement field, Problems problems) {
        String coordinate = Fields.coordinate(type, field);
        NOT_ON_INTERFACES.entrySet().stream()
                .filter(each -> field.directives().has(each.getKey()))
                .forEach(each -> problems.error(
                        each.getValue(),
                        coordinate,
                        subgraph.place(field),
                        subgraph.nameOf(each.getKey()) + " has no meaning on \"" + coordinate
                                + "\", a field of an interface; move it to the fields of the implementations"));
    }

    private static void checkOnExternal(
            SubgraphModel subgraph, FieldsType type, FieldElement field, Problems problems) {
        String coordinate = Fields.coordinate(type, field);
        // Federation 1 let it stand without effect.
        if (field.directives().has(FederationDirective.PROVIDES)
                && !subgraph.links().version().isOne()) {
            problems.error(
                    CompositionErrorCode.EXTERNAL_COLLISION_WITH_ANOTHER_DIRECTIVE,
                    coordinate,
                    subgraph.place(field),
                    subgraph.nameOf(FederationDirective.PROVIDES) + " has no effect on \"" + coordinate
                            + "\", which is @external; move it to the subgraph that resolves the field");
        }
        List<String> misplaced = NOT_ON_EXTERNAL_FIELDS.stream()
                .filter(name -> field.directives().all(name).findAny().isPresent())
                .map(name -> FederationDirective.byModelName(name)
                        .map(subgraph::nameOf)
                        .orElse("@" + name))
                .collect(Collectors.toList());
        misplaced.forEach(name -> problems.error(
                CompositionErrorCode.MERGED_DIRECTIVE_APPLICATION_ON_EXTERNAL,
                coordinate,
                subgraph.place(field),
                name + " has no effect on \"" + coordinate
                        + "\", which is @external; move it to the subgraph that resolves the field"));
    }
}
