package io.lancang.federation.sdl;

import graphql.language.Description;
import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.DirectiveLocation;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumTypeExtensionDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputObjectTypeExtensionDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.InterfaceTypeExtensionDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.OperationTypeDefinition;
import graphql.language.SDLDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.ScalarTypeExtensionDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.SchemaExtensionDefinition;
import graphql.language.SourceLocation;
import graphql.language.Type;
import graphql.language.UnionTypeDefinition;
import graphql.language.UnionTypeExtensionDefinition;
import graphql.language.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads definitions and extensions of the type system, one after the other. */
final class DefinitionParser {
    private final Cursor cursor;
    private final ValueParser values;

    DefinitionParser(Cursor cursor) {
        this.cursor = cursor;
        values = new ValueParser(cursor);
    }

    SDLDefinition<?> definition() {
        SourceLocation location = cursor.location();
        if (cursor.takeIf("extend")) {
            return extension(location);
        }
        Description description = description();
        String keyword = keyword();
        return switch (keyword) {
            case "schema" -> schema(description, location);
            case "scalar" ->
                ScalarTypeDefinition.newScalarTypeDefinition()
                        .description(description)
                        .name(cursor.name())
                        .directives(values.directives())
                        .sourceLocation(location)
                        .build();
            case "type" ->
                ObjectTypeDefinition.newObjectTypeDefinition()
                        .description(description)
                        .name(cursor.name())
                        .implementz(implemented())
                        .directives(values.directives())
                        .fieldDefinitions(fields())
                        .sourceLocation(location)
                        .build();
            case "interface" ->
                InterfaceTypeDefinition.newInterfaceTypeDefinition()
                        .description(description)
                        .name(cursor.name())
                        .implementz(implemented())
                        .directives(values.directives())
                        .definitions(fields())
                        .sourceLocation(location)
                        .build();
            case "union" ->
                UnionTypeDefinition.newUnionTypeDefinition()
                        .description(description)
                        .name(cursor.name())
                        .directives(values.directives())
                        .memberTypes(members())
                        .sourceLocation(location)
                        .build();
            case "enum" ->
                EnumTypeDefinition.newEnumTypeDefinition()
                        .description(description)
                        .name(cursor.name())
                        .directives(values.directives())
                        .enumValueDefinitions(enumValues())
                        .sourceLocation(location)
                        .build();
            case "input" ->
                InputObjectTypeDefinition.newInputObjectDefinition()
                        .description(description)
                        .name(cursor.name())
                        .directives(values.directives())
                        .inputValueDefinitions(inputFields())
                        .sourceLocation(location)
                        .build();
            case "directive" -> directive(description, location);
            default -> throw new SdlSyntaxException(location.getLine(), location.getColumn(), notDefined(keyword));
        };
    }

    private SDLDefinition<?> extension(SourceLocation location) {
        String keyword = keyword();
        return switch (keyword) {
            case "schema" ->
                SchemaExtensionDefinition.newSchemaExtensionDefinition()
                        .directives(values.directives())
                        .operationTypeDefinitions(rootTypes())
                        .sourceLocation(location)
                        .build();
            case "scalar" ->
                ScalarTypeExtensionDefinition.newScalarTypeExtensionDefinition()
                        .name(cursor.name())
                        .directives(values.directives())
                        .sourceLocation(location)
                        .build();
            case "type" ->
                ObjectTypeExtensionDefinition.newObjectTypeExtensionDefinition()
                        .name(cursor.name())
                        .implementz(implemented())
                        .directives(values.directives())
                        .fieldDefinitions(fields())
                        .sourceLocation(location)
                        .build();
            case "interface" ->
                InterfaceTypeExtensionDefinition.newInterfaceTypeExtensionDefinition()
                        .name(cursor.name())
                        .implementz(implemented())
                        .directives(values.directives())
                        .definitions(fields())
                        .sourceLocation(location)
                        .build();
            case "union" ->
                UnionTypeExtensionDefinition.newUnionTypeExtensionDefinition()
                        .name(cursor.name())
                        .directives(values.directives())
                        .memberTypes(members())
                        .sourceLocation(location)
                        .build();
            case "enum" ->
                EnumTypeExtensionDefinition.newEnumTypeExtensionDefinition()
                        .name(cursor.name())
                        .directives(values.directives())
                        .enumValueDefinitions(enumValues())
                        .sourceLocation(location)
                        .build();
            case "input" ->
                InputObjectTypeExtensionDefinition.newInputObjectTypeExtensionDefinition()
                        .name(cursor.name())
                        .directives(values.directives())
                        .inputValueDefinitions(inputFields())
                        .sourceLocation(location)
                        .build();
            default -> throw new SdlSyntaxException(location.getLine(), location.getColumn(), notDefined(keyword));
        };
    }

    private String keyword() {
        if (!cursor.is(TokenKind.NAME)) {
            throw cursor.unexpected("a definition");
        }
        return cursor.name();
    }

    private static String notDefined(String keyword) {
        return "a definition is expected, and none begins with '" + keyword + "'";
    }

    private SchemaDefinition schema(@Nullable Description description, SourceLocation location) {
        return SchemaDefinition.newSchemaDefinition()
                .description(description)
                .directives(values.directives())
                .operationTypeDefinitions(rootTypes())
                .sourceLocation(location)
                .build();
    }

    private List<OperationTypeDefinition> rootTypes() {
        return cursor.listIf(TokenKind.BRACE_OPEN, TokenKind.BRACE_CLOSE, this::rootType);
    }

    private OperationTypeDefinition rootType() {
        SourceLocation location = cursor.location();
        String operation = cursor.name();
        cursor.take(TokenKind.COLON);
        return OperationTypeDefinition.newOperationTypeDefinition()
                .name(operation)
                .typeName(values.typeName())
                .sourceLocation(location)
                .build();
    }

    private DirectiveDefinition directive(@Nullable Description description, SourceLocation location) {
        cursor.take(TokenKind.AT);
        DirectiveDefinition.Builder directive = DirectiveDefinition.newDirectiveDefinition()
                .description(description)
                .name(cursor.name())
                .inputValueDefinitions(arguments())
                .repeatable(cursor.takeIf("repeatable"))
                .sourceLocation(location);
        if (!cursor.takeIf("on")) {
            throw cursor.unexpected("'on', and where the directive can stand,");
        }
        cursor.takeIf(TokenKind.PIPE);
        do {
            SourceLocation place = cursor.location();
            directive.directiveLocation(DirectiveLocation.newDirectiveLocation()
                    .name(cursor.name())
                    .sourceLocation(place)
                    .build());
        } while (cursor.takeIf(TokenKind.PIPE));
        return directive.build();
    }

    private @Nullable Description description() {
        if (!cursor.is(TokenKind.STRING) && !cursor.is(TokenKind.BLOCK_STRING)) {
            return null;
        }
        SourceLocation location = cursor.location();
        boolean isBlock = cursor.is(TokenKind.BLOCK_STRING);
        return new Description(cursor.string(), location, isBlock);
    }

    @SuppressWarnings("rawtypes") // graphql-java declares the lists of implemented and member types raw
    private List<Type> implemented() {
        if (!cursor.takeIf("implements")) {
            return List.of();
        }
        cursor.takeIf(TokenKind.AMPERSAND);
        return separated(TokenKind.AMPERSAND);
    }

    @SuppressWarnings("rawtypes") // graphql-java declares the lists of implemented and member types raw
    private List<Type> members() {
        if (!cursor.takeIf(TokenKind.EQUALS)) {
            return List.of();
        }
        cursor.takeIf(TokenKind.PIPE);
        return separated(TokenKind.PIPE);
    }

    @SuppressWarnings("rawtypes") // graphql-java declares the lists of implemented and member types raw
    private List<Type> separated(TokenKind separator) {
        List<Type> types = new ArrayList<>();
        do {
            types.add(values.typeName());
        } while (cursor.takeIf(separator));
        return types;
    }

    private List<FieldDefinition> fields() {
        return cursor.listIf(TokenKind.BRACE_OPEN, TokenKind.BRACE_CLOSE, this::field);
    }

    private FieldDefinition field() {
        SourceLocation location = cursor.location();
        FieldDefinition.Builder field = FieldDefinition.newFieldDefinition()
                .description(description())
                .name(cursor.name())
                .inputValueDefinitions(arguments())
                .sourceLocation(location);
        cursor.take(TokenKind.COLON);
        return field.type(values.type()).directives(values.directives()).build();
    }

    private List<InputValueDefinition> arguments() {
        return cursor.listIf(TokenKind.PAREN_OPEN, TokenKind.PAREN_CLOSE, this::inputValue);
    }

    private List<InputValueDefinition> inputFields() {
        return cursor.listIf(TokenKind.BRACE_OPEN, TokenKind.BRACE_CLOSE, this::inputValue);
    }

    private InputValueDefinition inputValue() {
        SourceLocation location = cursor.location();
        Description description = description();
        String name = cursor.name();
        cursor.take(TokenKind.COLON);
        Type<?> type = values.type();
        Value<?> defaultValue = cursor.takeIf(TokenKind.EQUALS) ? values.value() : null;
        List<Directive> directives = values.directives();
        return InputValueDefinition.newInputValueDefinition()
                .description(description)
                .name(name)
                .type(type)
                .defaultValue(defaultValue)
                .directives(directives)
                .sourceLocation(location)
                .build();
    }

    private List<EnumValueDefinition> enumValues() {
        return cursor.listIf(TokenKind.BRACE_OPEN, TokenKind.BRACE_CLOSE, this::enumValue);
    }

    private EnumValueDefinition enumValue() {
        SourceLocation location = cursor.location();
        return EnumValueDefinition.newEnumValueDefinition()
                .description(description())
                .name(cursor.name())
                .directives(values.directives())
                .sourceLocation(location)
                .build();
    }
}
