package io.lancang.federation.compose.subgraph;

import graphql.language.Document;
import graphql.language.ObjectTypeDefinition;
import graphql.language.OperationTypeDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.TypeDefinition;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.Ordered;
import io.lancang.federation.compose.schema.RootOperation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The root types of one subgraph, which get their usual names in the model.
 *
 * @param modelNames the name of a root type in the SDL to its name in the model
 */
record RootTypes(Map<String, String> modelNames) {

    RootTypes {
        modelNames = Ordered.copy(modelNames);
    }

    static RootTypes read(String subgraph, Document document, Problems problems) {
        Map<String, String> names = new LinkedHashMap<>();
        for (SchemaDefinition schema : document.getDefinitionsOfType(SchemaDefinition.class)) {
            for (OperationTypeDefinition operation : schema.getOperationTypeDefinitions()) {
                RootOperation.byKeyword(operation.getName())
                        .ifPresent(root -> names.put(operation.getTypeName().getName(), root.typeName()));
            }
        }
        checkRoots(subgraph, document, problems);
        for (TypeDefinition<?> type : document.getDefinitionsOfType(TypeDefinition.class)) {
            RootOperation.byTypeName(type.getName())
                    .filter(root -> isTaken(root, names))
                    .ifPresent(root -> {
                        report(subgraph, root, type, problems);
                        // Under one name the two types would be reported again as one type defined twice.
                        names.values().remove(root.typeName());
                    });
        }
        return new RootTypes(names);
    }

    /** Each operation has an object of its own. */
    private static void checkRoots(String subgraph, Document document, Problems problems) {
        Set<String> objects = document.getDefinitionsOfType(ObjectTypeDefinition.class).stream()
                .map(ObjectTypeDefinition::getName)
                .collect(Collectors.toSet());
        Map<String, String> operations = new HashMap<>();
        for (SchemaDefinition schema : document.getDefinitionsOfType(SchemaDefinition.class)) {
            for (OperationTypeDefinition operation : schema.getOperationTypeDefinitions()) {
                String name = operation.getTypeName().getName();
                boolean object = objects.contains(name);
                String earlier = operations.putIfAbsent(name, operation.getName());
                if (!object || (earlier != null && !earlier.equals(operation.getName()))) {
                    problems.error(
                            CompositionErrorCode.INVALID_GRAPHQL,
                            name,
                            Place.of(subgraph, operation.getSourceLocation()),
                            "the " + operation.getName() + " root is \"" + name + "\", which is "
                                    + (object
                                            ? "the root of another operation too; give each a type of its own"
                                            : "no object that \"" + subgraph + "\" defines; define it as a type"));
                }
            }
        }
    }

    private static void report(String subgraph, RootOperation root, TypeDefinition<?> type, Problems problems) {
        problems.error(
                usedCode(root),
                type.getName(),
                Place.of(subgraph, type.getSourceLocation()),
                "the " + root.keyword() + " root has another name, so that \"" + type.getName()
                        + "\" would clash with it in the supergraph; rename the type");
    }

    String modelName(String nameInSdl) {
        return modelNames.getOrDefault(nameInSdl, nameInSdl);
    }

    private static boolean isTaken(RootOperation root, Map<String, String> names) {
        return names.containsValue(root.typeName()) && !names.containsKey(root.typeName());
    }

    private static CompositionErrorCode usedCode(RootOperation root) {
        return switch (root) {
            case QUERY -> CompositionErrorCode.ROOT_QUERY_USED;
            case MUTATION -> CompositionErrorCode.ROOT_MUTATION_USED;
            case SUBSCRIPTION -> CompositionErrorCode.ROOT_SUBSCRIPTION_USED;
        };
    }
}
