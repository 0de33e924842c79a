package io.lancang.federation.compose.merge.type;

import graphql.language.ArrayValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import io.lancang.federation.compose.merge.source.Source;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.InputElement;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.compose.subgraph.ContextReference;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the arguments that a router fills from a context of the query, {@code @fromContext}, for the join spec. */
final class ContextArguments {

    private ContextArguments() {}

    /** The value of {@code contextArguments}; empty where the field has no such argument. */
    static Optional<Value<?>> of(SubgraphModel subgraph, FieldElement field) {
        ArrayValue.Builder arguments = ArrayValue.newArrayValue();
        boolean any = false;
        for (InputElement argument : field.arguments().values()) {
            Optional<Value<?>> value = argument.directives()
                    .first(FederationDirective.FROM_CONTEXT)
                    .flatMap(fromContext -> value(subgraph, argument, fromContext));
            if (value.isPresent()) {
                arguments.value(value.get());
                any = true;
            }
        }
        return any ? Optional.of(arguments.build()) : Optional.empty();
    }

    /** The contexts that subgraphs set on a type, as the supergraph names them. */
    static List<AppliedDirective> contexts(List<? extends Source<?>> types) {
        List<AppliedDirective> contexts = new ArrayList<>();
        for (Source<?> type : types) {
            type.element()
                    .directives()
                    .all(FederationDirective.CONTEXT)
                    .forEach(context -> contexts.add(AppliedDirective.named(FederationDirective.CONTEXT.modelName())
                            .text("name", contextName(type.subgraph(), String.valueOf(context.text("name"))))
                            .build()));
        }
        return contexts;
    }

    /** A context's name in the supergraph, where every subgraph has its own. */
    static String contextName(SubgraphModel subgraph, String name) {
        return subgraph.name() + "__" + name;
    }

    private static Optional<Value<?>> value(
            SubgraphModel subgraph, InputElement argument, AppliedDirective fromContext) {
        return ContextReference.of(fromContext)
                .map(reference -> ObjectValue.newObjectValue()
                        .objectField(field("context", contextName(subgraph, reference.context())))
                        .objectField(field("name", argument.name()))
                        .objectField(field("type", TypeReferences.print(argument.type())))
                        .objectField(field("selection", reference.selection()))
                        .build());
    }

    private static ObjectField field(String name, String value) {
        return new ObjectField(name, StringValue.of(value));
    }
}
