package io.lancang.federation.compose.print;

import graphql.language.AstPrinter;
import graphql.language.Value;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.DirectiveDeclaration;
import io.lancang.federation.compose.schema.DirectiveDeclaration.Repetition;
import io.lancang.federation.compose.schema.Directives;
import io.lancang.federation.compose.schema.EnumType;
import io.lancang.federation.compose.schema.EnumValueElement;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.InputElement;
import io.lancang.federation.compose.schema.InputType;
import io.lancang.federation.compose.schema.RootOperation;
import io.lancang.federation.compose.schema.ScalarType;
import io.lancang.federation.compose.schema.SchemaElement;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.compose.schema.UnionType;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes elements of the model as SDL, one after the other. Confined to one thread. */
public final class SdlWriter {

    private static final String INDENT = "  ";

    private final StringBuilder sdl = new StringBuilder();
    private final UnaryOperator<String> directiveNames;

    /** A writer that writes names of directives as they are in the model. */
    public SdlWriter() {
        this(UnaryOperator.identity());
    }

    /**
     * A writer.
     *
     * @param directiveNames the name to write for a directive's name in the model
     */
    SdlWriter(UnaryOperator<String> directiveNames) {
        this.directiveNames = directiveNames;
    }

    /** Writes a text as it is. */
    public SdlWriter raw(String text) {
        sdl.append(text);
        return this;
    }

    /** Writes the schema's definition. */
    SdlWriter schema(SchemaElement schema, List<String> links, List<RootOperation> roots) {
        description("", schema.description());
        sdl.append("schema");
        links.forEach(link -> sdl.append('\n').append(INDENT).append(link));
        directiveLines(schema.directives());
        sdl.append("\n{\n");
        for (RootOperation root : roots) {
            sdl.append(INDENT)
                    .append(root.keyword())
                    .append(": ")
                    .append(root.typeName())
                    .append('\n');
        }
        sdl.append("}\n");
        return this;
    }

    /** Writes a type's definition. */
    public SdlWriter type(TypeElement type) {
        description("", type.description());
        sdl.append(type.kind().keyword()).append(' ').append(type.name());
        switch (type) {
            case FieldsType fields -> fieldsType(fields);
            case UnionType union -> union(union);
            case EnumType symbols -> enumType(symbols);
            case InputType input -> inputType(input);
            case ScalarType scalar -> directiveLines(scalar.directives());
        }
        sdl.append('\n');
        return this;
    }

    /** Writes a directive's definition. */
    public SdlWriter directive(DirectiveDeclaration directive) {
        description("", directive.description());
        sdl.append("directive @").append(directive.name());
        arguments("", directive.arguments().values());
        sdl.append(directive.repetition() == Repetition.REPEATABLE ? " repeatable on " : " on ")
                .append(String.join(" | ", directive.locations()))
                .append('\n');
        return this;
    }

    @Override
    public String toString() {
        return sdl.toString();
    }

    private void fieldsType(FieldsType type) {
        if (!type.interfaces().isEmpty()) {
            sdl.append(" implements ").append(String.join(" & ", type.interfaces()));
        }
        directiveLines(type.directives());
        if (type.fields().isEmpty()) {
            return;
        }
        openBody(type.directives());
        type.fields().values().forEach(this::field);
        sdl.append('}');
    }

    private void field(FieldElement field) {
        description(INDENT, field.description());
        sdl.append(INDENT).append(field.name());
        arguments(INDENT, field.arguments().values());
        sdl.append(": ").append(TypeReferences.print(field.type()));
        inlineDirectives(field.directives());
        sdl.append('\n');
    }

    private void arguments(String indent, Collection<InputElement> arguments) {
        if (arguments.isEmpty()) {
            return;
        }
        if (arguments.stream().allMatch(argument -> argument.description() == null)) {
            sdl.append(arguments.stream().map(this::input).collect(Collectors.joining(", ", "(", ")")));
            return;
        }
        sdl.append("(\n");
        for (InputElement argument : arguments) {
            description(indent + INDENT, argument.description());
            sdl.append(indent).append(INDENT).append(input(argument)).append('\n');
        }
        sdl.append(indent).append(')');
    }

    private String input(InputElement input) {
        Value<?> value = input.defaultValue();
        return input.name() + ": " + TypeReferences.print(input.type())
                + (value == null ? "" : " = " + AstPrinter.printAst(value))
                + inline(input.directives());
    }

    private void union(UnionType union) {
        directiveLines(union.directives());
        sdl.append(union.directives().applied().isEmpty() ? " = " : "\n = ")
                .append(String.join(" | ", union.members()));
    }

    private void enumType(EnumType type) {
        directiveLines(type.directives());
        openBody(type.directives());
        for (EnumValueElement value : type.values().values()) {
            description(INDENT, value.description());
            sdl.append(INDENT).append(value.name());
            inlineDirectives(value.directives());
            sdl.append('\n');
        }
        sdl.append('}');
    }

    private void inputType(InputType type) {
        directiveLines(type.directives());
        openBody(type.directives());
        for (InputElement field : type.fields().values()) {
            description(INDENT, field.description());
            sdl.append(INDENT).append(input(field)).append('\n');
        }
        sdl.append('}');
    }

    private void openBody(Directives directives) {
        sdl.append(directives.applied().isEmpty() ? " {\n" : "\n{\n");
    }

    private void directiveLines(Directives directives) {
        for (AppliedDirective directive : directives.applied()) {
            sdl.append('\n').append(INDENT).append(print(directive));
        }
    }

    private void inlineDirectives(Directives directives) {
        sdl.append(inline(directives));
    }

    private String inline(Directives directives) {
        return directives.applied().stream()
                .map(directive -> " " + print(directive))
                .collect(Collectors.joining());
    }

    private String print(AppliedDirective directive) {
        return directive.renamed(directiveNames.apply(directive.name())).toSdl();
    }

    private void description(String indent, @Nullable String description) {
        if (description == null) {
            return;
        }
        String quotes = "\"\"\"";
        String escaped = description.replace(quotes, "\\" + quotes);
        sdl.append(indent).append(quotes).append('\n');
        escaped.lines()
                .forEach(line ->
                        sdl.append(line.isEmpty() ? "" : indent).append(line).append('\n'));
        sdl.append(indent).append(quotes).append('\n');
    }
}
