package io.lancang.federation.compose.merge;

import io.lancang.federation.compose.merge.source.Overrides;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.schema.DirectiveDeclaration;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.Ordered;
import io.lancang.federation.compose.schema.SchemaElement;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.subgraph.LinkedSpecification;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The merged schema, before anybody asks whether its queries can be answered.
 *
 * @param subgraphs what was merged, sorted by name
 * @param graphNames subgraph name to value of {@code join__Graph}
 * @param overrides which fields moved from one subgraph to another
 * @param schema what the supergraph says about the schema as a whole
 * @param types the types of the supergraph by name, with the directives of the join specification
 * @param directives the executable and composed directives by name
 * @param links the specifications that composed directives come from
 * @param directiveNames the name in the supergraph, without {@code @}, of each directive of federation that is applied
 */
public record MergedSchema(
        List<SubgraphModel> subgraphs,
        Map<String, String> graphNames,
        Overrides overrides,
        SchemaElement schema,
        Map<String, TypeElement> types,
        Map<String, DirectiveDeclaration> directives,
        List<LinkedSpecification> links,
        Map<FederationDirective, String> directiveNames) {

    public MergedSchema {
        subgraphs = List.copyOf(subgraphs);
        graphNames = Ordered.copy(graphNames);
        types = Ordered.copy(types);
        directives = Ordered.copy(directives);
        links = List.copyOf(links);
        directiveNames = Map.copyOf(directiveNames);
    }

    /** Where the subgraphs have the type of this name, each that has it. */
    public List<Place> placesOf(String typeName) {
        return subgraphs.stream()
                .flatMap(subgraph -> Stream.ofNullable(subgraph.type(typeName)).map(subgraph::place))
                .toList();
    }

    /** The object or interface of this name, if it is one. */
    public Optional<FieldsType> fieldsType(String typeName) {
        return types.get(typeName) instanceof FieldsType type ? Optional.of(type) : Optional.empty();
    }
}
