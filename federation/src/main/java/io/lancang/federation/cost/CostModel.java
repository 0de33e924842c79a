package io.lancang.federation.cost;

import graphql.language.Type;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import io.lancang.federation.supergraph.DeclaredCosts;
import io.lancang.federation.supergraph.DeclaredField;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.federation.supergraph.SupergraphType;
import io.lancang.federation.supergraph.TypeKind;
import io.lancang.federation.supergraph.TypeNames;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What fields of a supergraph cost by themselves. Built once per supergraph; immutable. */
final class CostModel {
    private final Supergraph supergraph;
    private final GraphQLSchema apiSchema;
    private final DeclaredCosts costs;
    private final InputCosts inputs;

    CostModel(Supergraph supergraph) {
        this.supergraph = supergraph;
        this.apiSchema = supergraph.apiSchema();
        this.costs = supergraph.costs();
        this.inputs = new InputCosts(apiSchema, costs);
    }

    InputCosts inputs() {
        return inputs;
    }

    /** What is said of a field, which may be nothing. */
    DeclaredField declared(String type, String field) {
        return costs.field(type, field);
    }

    /** The field's type; null for one that no subgraph resolves, such as those of introspection. */
    @Nullable
    Type<?> type(String parentType, String field) {
        SupergraphType parent = supergraph.type(parentType);
        return parent == null ? null : parent.fields().get(field);
    }

    /** The weight of a field that is not a list, without its arguments and selections. A negative one counts as 0. */
    long weight(String parentType, String field, String type) {
        Integer own = costs.field(parentType, field).weight();
        return own == null ? weight(type) : Math.max(0, own);
    }

    /** The weight of a type: 1 for what has fields and 0 for other types, unless it was given one. */
    long weight(String type) {
        Integer declared = costs.type(type);
        if (declared != null) {
            return Math.max(0, declared);
        }
        SupergraphType known = supergraph.type(type);
        return known != null && isComposite(known.kind()) ? 1 : 0;
    }

    /** The object types of which a type's values can be; itself where the supergraph does not know it. */
    Set<String> possibleTypes(String type) {
        SupergraphType known = supergraph.type(type);
        return known == null ? Set.of(type) : known.possibleTypes();
    }

    /** What an argument of a field costs; null for an argument that clients do not see. */
    @Nullable
    InputRule argument(String type, String field, String name) {
        GraphQLFieldDefinition definition = apiSchema.getType(type) instanceof GraphQLFieldsContainer container
                ? container.getFieldDefinition(field)
                : null;
        GraphQLArgument argument = definition == null ? null : definition.getArgument(name);
        return argument == null
                ? null
                : inputs.rule(argument, costs.field(type, field).arguments().get(name));
    }

    /** The core of a field's type, by the field. */
    @Nullable
    String typeName(String parentType, String field) {
        Type<?> type = type(parentType, field);
        return type == null ? null : TypeNames.named(type);
    }

    private static boolean isComposite(TypeKind kind) {
        return switch (kind) {
            case OBJECT, INTERFACE, UNION, INTERFACE_OBJECT -> true;
            case ENUM, SCALAR, INPUT_OBJECT -> false;
        };
    }
}
