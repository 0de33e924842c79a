package io.lancang.federation.compose.subgraph;

import io.lancang.federation.compose.schema.AppliedDirective;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code @fromContext(field: "$context { selection }")} refers to.
 *
 * @param context the context's name
 * @param selection what is selected of the object that sets it, with braces and type conditions as written
 */
public record ContextReference(String context, String selection) {

    private static final Pattern FIELD =
            Pattern.compile("\\s*\\$(?<context>[A-Za-z_]\\w*)(?<selection>.*\\{.*}\\s*)", Pattern.DOTALL);

    /** Reads the directive; empty where its field has another shape. */
    public static Optional<ContextReference> of(AppliedDirective fromContext) {
        Matcher parts = FIELD.matcher(String.valueOf(fromContext.text("field")));
        return parts.matches()
                ? Optional.of(new ContextReference(
                        parts.group("context"), parts.group("selection").strip()))
                : Optional.empty();
    }
}
