package io.lancang.federation.compose.subgraph;

import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.schema.idl.ScalarInfo;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.RootOperation;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.schema.TypeReferences;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What subgraph libraries print into an SDL for federation's sake, and what no supergraph shows: definitions of
 * federation's directives and the types of their arguments, {@code _Any}, {@code _Entity}, {@code _Service} and the two
 * fields that serve a router.
 *
 * @param links names the directives
 * @param argumentTypes types that only federation's directives use, under whatever name a library gives them
 */
record Machinery(Links links, Set<String> argumentTypes) {

    private static final Set<String> TYPES = Set.of("_Any", "_Entity", "_Service", "_FieldSet");
    private static final Set<String> ENTRY_POINTS = Set.of("_entities", "_service");

    Machinery {
        argumentTypes = Set.copyOf(argumentTypes);
    }

    static Machinery of(Links links, Document document) {
        Machinery named = new Machinery(links, Set.of());
        Set<String> ofMachinery = new HashSet<>();
        Set<String> ofSchema = new HashSet<>();
        for (DirectiveDefinition directive : document.getDefinitionsOfType(DirectiveDefinition.class)) {
            collect(directive.getInputValueDefinitions(), named.isMachinery(directive) ? ofMachinery : ofSchema);
        }
        for (TypeDefinition<?> type : document.getDefinitionsOfType(TypeDefinition.class)) {
            switch (type) {
                case ObjectTypeDefinition object -> collectFields(object.getFieldDefinitions(), ofSchema);
                case InterfaceTypeDefinition each -> collectFields(each.getFieldDefinitions(), ofSchema);
                case InputObjectTypeDefinition input -> collect(input.getInputValueDefinitions(), ofSchema);
                default -> {
                    // Scalars, enums and unions use no type as an argument does.
                }
            }
        }
        ofMachinery.removeAll(ofSchema);
        return new Machinery(links, ofMachinery);
    }

    boolean isMachinery(TypeDefinition<?> type) {
        String name = type.getName();
        return TYPES.contains(name)
                || ScalarInfo.isGraphqlSpecifiedScalar(name)
                || argumentTypes.contains(name)
                || links.inMachineryNamespace(name);
    }

    boolean isMachinery(DirectiveDefinition directive) {
        return links.machineryDirectives().contains(directive.getName())
                || links.inMachineryNamespace(directive.getName());
    }

    /** The type without the fields that serve a router; empty where nothing else is left. */
    static Optional<TypeElement> withoutEntryPoints(TypeElement type) {
        if (type instanceof FieldsType object && type.name().equals(RootOperation.QUERY.typeName())) {
            Map<String, FieldElement> fields = new LinkedHashMap<>(object.fields());
            fields.keySet().removeAll(ENTRY_POINTS);
            return fields.isEmpty() ? Optional.empty() : Optional.of(object.withFields(fields));
        }
        return Optional.of(type);
    }

    private static void collectFields(List<FieldDefinition> fields, Set<String> names) {
        for (FieldDefinition field : fields) {
            names.add(TypeReferences.namedType(field.getType()));
            collect(field.getInputValueDefinitions(), names);
        }
    }

    private static void collect(List<InputValueDefinition> inputs, Set<String> names) {
        inputs.forEach(input -> names.add(TypeReferences.namedType(input.getType())));
    }
}
