package io.lancang.federation.supergraph;

import graphql.language.BooleanValue;
import graphql.language.Description;
import graphql.language.DirectiveDefinition;
import graphql.language.DirectiveLocation;
import graphql.language.InputValueDefinition;
import graphql.language.IntValue;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.Value;
import org.jspecify.annotations.Nullable;

/** The directive {@code @stream} of the draft of incremental delivery. graphql-java has none. */
final class StreamDirective {
    static final DirectiveDefinition DEFINITION = DirectiveDefinition.newDirectiveDefinition()
            .name("stream")
            .description(description("The items of the list behind the first may come later."))
            .directiveLocation(new DirectiveLocation("FIELD"))
            .inputValueDefinition(argument(
                    "if",
                    "Whether the directive counts.",
                    new NonNullType(new TypeName("Boolean")),
                    BooleanValue.of(true)))
            .inputValueDefinition(argument(
                    "label",
                    "Identifies the items in the answer. Unlike any other label of the document.",
                    new TypeName("String"),
                    /* otherwise= */ null))
            .inputValueDefinition(argument(
                    "initialCount",
                    "How many items come with the first part of the answer.",
                    new NonNullType(new TypeName("Int")),
                    IntValue.of(0)))
            .build();

    private StreamDirective() {}

    private static InputValueDefinition argument(
            String name, String description, Type<?> type, @Nullable Value<?> otherwise) {
        return InputValueDefinition.newInputValueDefinition()
                .name(name)
                .description(description(description))
                .type(type)
                .defaultValue(otherwise)
                .build();
    }

    private static Description description(String text) {
        return new Description(text, /* sourceLocation= */ null, /* multiLine= */ false);
    }
}
