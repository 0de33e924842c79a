package io.lancang.federation.supergraph;

import graphql.language.Directive;
import graphql.language.FieldDefinition;
import graphql.language.Type;
import io.lancang.federation.sdl.SdlParser;
import io.lancang.federation.sdl.SdlSyntaxException;
import io.lancang.federation.supergraph.SubgraphField.Resolution;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code @join__field}. */
final class SubgraphFieldReader {
    private final String directive;

    SubgraphFieldReader(LinkedSpecs specs) {
        directive = specs.join("field");
    }

    /**
     * The field as the subgraph knows it, or null if the subgraph does not.
     *
     * @param owner value of {@code join__Graph} to which fields without {@code @join__field} belong; null for every subgraph
     *     that has the type
     */
    @Nullable
    SubgraphField read(FieldDefinition field, String typeName, Subgraph subgraph, @Nullable String owner) {
        List<Directive> all = field.getDirectives(directive);
        if (all.isEmpty()) {
            return owner == null || owner.equals(subgraph.graph()) ? plain(field) : null;
        }
        String coordinate = typeName + "." + field.getName();
        for (Directive applied : all) {
            DirectiveArguments arguments = new DirectiveArguments(applied, coordinate);
            // Without a graph the field comes from an interface object; no subgraph has it on this very type.
            if (subgraph.graph().equals(arguments.text("graph"))) {
                return read(field, arguments);
            }
        }
        return null;
    }

    private static SubgraphField plain(FieldDefinition field) {
        return SubgraphField.plain(field.getName(), field.getType(), Resolution.ALWAYS);
    }

    private static SubgraphField read(FieldDefinition field, DirectiveArguments arguments) {
        String label = arguments.text("overrideLabel");
        return new SubgraphField(
                field.getName(),
                type(field, arguments),
                resolution(arguments, label),
                label,
                arguments.fieldSet("requires"),
                arguments.fieldSet("provides"),
                contextArguments(arguments));
    }

    private static Resolution resolution(DirectiveArguments arguments, @Nullable String label) {
        if (arguments.isTrue("external")) {
            return Resolution.EXTERNAL;
        }
        if (label != null) {
            return arguments.text("override") == null ? Resolution.WITHOUT_LABEL : Resolution.WITH_LABEL;
        }
        return arguments.isTrue("usedOverridden") ? Resolution.OVERRIDDEN : Resolution.ALWAYS;
    }

    private static List<ContextArgument> contextArguments(DirectiveArguments arguments) {
        return arguments.objects("contextArguments").stream()
                .map(argument -> new ContextArgument(
                        argument.requiredText("name"),
                        argument.requiredText("type"),
                        argument.requiredText("context"),
                        argument.fieldSet("selection")))
                .toList();
    }

    private static Type<?> type(FieldDefinition field, DirectiveArguments arguments) {
        String type = arguments.text("type");
        if (type == null) {
            return field.getType();
        }
        try {
            return SdlParser.type(type);
        } catch (SdlSyntaxException e) {
            throw arguments.problem("\"" + type + "\" is no type");
        }
    }
}
