package io.lancang.federation.compose.subgraph;

import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code @fromContext(field: "$context { selection }")} refers to.
 *
 * @param context the context's name
 * @param selection what is selected of the object that sets it, with braces and type conditions as written
 */
public record ContextReference(String context, String selection) {

    private static final Pattern FIELD =
            Pattern.compile("\\s*\\$(?<context>[A-Za-z_]\\w*)\\b(?<selection>.*\\S.*)", Pattern.DOTALL);

    /** What the arguments of a field refer to, those left out whose reference cannot be read. */
    public static Stream<ContextReference> allOf(FieldElement field) {
        return field.arguments().values().stream()
                .flatMap(argument -> argument.directives().first(FederationDirective.FROM_CONTEXT).stream())
                .map(ContextReference::of)
                .flatMap(Optional::stream);
    }

    /** Reads the directive; empty where its field names no context, or nothing of it. */
    public static Optional<ContextReference> of(AppliedDirective fromContext) {
        Matcher parts = FIELD.matcher(String.valueOf(fromContext.text("field")));
        return parts.matches()
                ? Optional.of(new ContextReference(
                        parts.group("context"), parts.group("selection").strip()))
                : Optional.empty();
    }
}
