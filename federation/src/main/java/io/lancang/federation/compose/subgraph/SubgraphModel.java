package io.lancang.federation.compose.subgraph;

import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.schema.DirectiveDeclaration;
import io.lancang.federation.compose.schema.Element;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.Ordered;
import io.lancang.federation.compose.schema.SchemaElement;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.schema.UnionType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A subgraph as the later stages see it: without machinery, root types under their usual names, directives of
 * federation under their names in the model.
 *
 * @param name its name
 * @param url where a router reaches it
 * @param links what its names mean
 * @param types its types by name, in the order of the SDL
 * @param directives its own directives by name
 * @param schema what its SDL says about the schema as a whole, links apart
 * @param extensions the names of the types that it only extends
 */
public record SubgraphModel(
        String name,
        String url,
        Links links,
        Map<String, TypeElement> types,
        Map<String, DirectiveDeclaration> directives,
        SchemaElement schema,
        Set<String> extensions) {

    public SubgraphModel {
        types = Ordered.copy(types);
        directives = Ordered.copy(directives);
        extensions = Set.copyOf(extensions);
    }

    /** The type of this name, or null. */
    public @Nullable TypeElement type(String typeName) {
        return types.get(typeName);
    }

    /** The object or interface of this name, if it is one. */
    public Optional<FieldsType> fieldsType(String typeName) {
        return types.get(typeName) instanceof FieldsType type ? Optional.of(type) : Optional.empty();
    }

    /** All objects and interfaces. */
    public List<FieldsType> fieldsTypes() {
        return types.values().stream()
                .filter(FieldsType.class::isInstance)
                .map(FieldsType.class::cast)
                .toList();
    }

    /** The field, if both it and its type exist. */
    public Optional<FieldElement> field(String typeName, String fieldName) {
        return fieldsType(typeName)
                .flatMap(type -> Optional.ofNullable(type.fields().get(fieldName)));
    }

    /** The object types that a value of the type may have here: itself, implementations or members. */
    public Set<String> possibleTypes(String typeName) {
        return switch (types.get(typeName)) {
            case UnionType union -> union.members();
            case FieldsType object when object.isObject() -> Set.of(object.name());
            case FieldsType ignored -> Ordered.copy(implementations(typeName));
            case null, default -> Set.of();
        };
    }

    /** Whether the type stands for a whole interface that other subgraphs define. */
    public boolean isInterfaceObject(String typeName) {
        TypeElement type = types.get(typeName);
        return type != null && type.directives().has(FederationDirective.INTERFACE_OBJECT);
    }

    /** The types that set the context. */
    public List<TypeElement> settersOf(String context) {
        return types.values().stream()
                .filter(type -> type.directives()
                        .all(FederationDirective.CONTEXT)
                        .anyMatch(each -> context.equals(each.text("name"))))
                .toList();
    }

    /** The place of an element of this subgraph. */
    public Place place(Element element) {
        return Place.of(name, element.location());
    }

    /** The name in its SDL of a directive of federation, with {@code @}. */
    public String nameOf(FederationDirective directive) {
        return links.nameInSdl(directive);
    }

    /** The same subgraph with other types. */
    public SubgraphModel withTypes(Map<String, TypeElement> other) {
        return new SubgraphModel(name, url, links, other, directives, schema, extensions);
    }

    private Collection<String> implementations(String interfaceName) {
        return types.values().stream()
                .filter(type -> type instanceof FieldsType object && object.isImplementationOf(interfaceName))
                .map(TypeElement::name)
                .collect(Collectors.toList());
    }
}
