package io.lancang.federation.testing;

import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.SDLDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.SchemaExtensionDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.parser.Parser;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A subgraph's SDL with the definitions that a federation library adds to it. */
final class SubgraphSchema {
    private static final String MACHINERY = """
            scalar _Any
            scalar federation__FieldSet
            type _Service { sdl: String }
            directive @key(fields: federation__FieldSet!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
            directive @requires(fields: federation__FieldSet!) on FIELD_DEFINITION
            directive @provides(fields: federation__FieldSet!) on FIELD_DEFINITION
            directive @external on OBJECT | FIELD_DEFINITION
            directive @extends on OBJECT | INTERFACE
            directive @shareable repeatable on OBJECT | FIELD_DEFINITION
            directive @override(from: String!, label: String) on FIELD_DEFINITION
            directive @interfaceObject on OBJECT
            directive @context(name: String!) repeatable on OBJECT | INTERFACE | UNION
            directive @fromContext(field: String) on ARGUMENT_DEFINITION
            directive @authenticated on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
            directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
            directive @policy(policies: [[String!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
            directive @tag(name: String!) repeatable on FIELD_DEFINITION | INTERFACE | OBJECT | UNION |
                ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
            directive @inaccessible on FIELD_DEFINITION | INTERFACE | OBJECT | UNION |
                ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
            """;

    private final List<SDLDefinition<?>> definitions;

    SubgraphSchema(String sdl) {
        Document document = Parser.parse(sdl);
        Set<String> defined = document.getDefinitionsOfType(ObjectTypeDefinition.class).stream()
                .filter(type -> !(type instanceof ObjectTypeExtensionDefinition))
                .map(ObjectTypeDefinition::getName)
                .collect(Collectors.toSet());
        definitions = document.getDefinitions().stream()
                .filter(definition -> !(definition instanceof SchemaExtensionDefinition))
                .<SDLDefinition<?>>map(definition -> base((SDLDefinition<?>) definition, defined))
                .toList();
    }

    /** Everything, ready for graphql-java. */
    TypeDefinitionRegistry registry() {
        TypeDefinitionRegistry registry = new SchemaParser().parse(MACHINERY + entryPoints());
        for (SDLDefinition<?> definition : definitions) {
            registry.add(definition);
        }
        return registry;
    }

    /** A federation 1 style extension of a type that is defined elsewhere is the type itself here. */
    private static SDLDefinition<?> base(SDLDefinition<?> definition, Set<String> defined) {
        if (definition instanceof ObjectTypeExtensionDefinition extension && defined.add(extension.getName())) {
            return ObjectTypeDefinition.newObjectTypeDefinition()
                    .name(extension.getName())
                    .implementz(extension.getImplements())
                    .directives(extension.getDirectives())
                    .fieldDefinitions(extension.getFieldDefinitions())
                    .build();
        }
        return definition;
    }

    private String entryPoints() {
        String query = queryType();
        boolean hasQuery = definitions.stream()
                .anyMatch(definition -> definition instanceof ObjectTypeDefinition type
                        && type.getName().equals(query));
        Set<String> entities = entities();
        String call = entities.isEmpty() ? "" : "_entities(representations: [_Any!]!): [_Entity]!";
        String union = entities.isEmpty() ? "" : "union _Entity = " + String.join(" | ", entities);
        return union + "\n" + (hasQuery ? "extend " : "") + "type " + query + " { _service: _Service! " + call + " }";
    }

    private String queryType() {
        return definitions.stream()
                .filter(SchemaDefinition.class::isInstance)
                .flatMap(schema -> ((SchemaDefinition) schema).getOperationTypeDefinitions().stream())
                .filter(operation -> operation.getName().equals("query"))
                .map(operation -> operation.getTypeName().getName())
                .findFirst()
                .orElse("Query");
    }

    private Set<String> entities() {
        Set<String> interfaces = definitions.stream()
                .filter(definition ->
                        definition instanceof InterfaceTypeDefinition type && isEntity(type.getDirectives()))
                .map(definition -> ((InterfaceTypeDefinition) definition).getName())
                .collect(Collectors.toSet());
        Set<String> entities = new LinkedHashSet<>();
        for (SDLDefinition<?> definition : definitions) {
            if (definition instanceof ObjectTypeDefinition type
                    && (isEntity(type.getDirectives()) || implementsAny(type, interfaces))) {
                entities.add(type.getName());
            }
        }
        return entities;
    }

    private static boolean isEntity(List<Directive> directives) {
        return directives.stream().anyMatch(directive -> directive.getName().equals("key"));
    }

    @SuppressWarnings("rawtypes") // graphql-java declares the list of implemented types raw
    private static boolean implementsAny(ObjectTypeDefinition type, Set<String> interfaces) {
        for (Type implemented : type.getImplements()) {
            if (implemented instanceof TypeName name && interfaces.contains(name.getName())) {
                return true;
            }
        }
        return false;
    }
}
