package io.lancang.federation.compose.schema;

import graphql.language.SourceLocation;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A type with fields that a client selects: an object or an interface.
 *
 * @param kind {@link SdlTypeKind#OBJECT} or {@link SdlTypeKind#INTERFACE}
 * @param name its name
 * @param description the description, or null
 * @param interfaces the names of the interfaces that it implements
 * @param fields its fields in the order of the SDL
 * @param directives what is applied to it
 * @param origin whether it is defined or only extended
 * @param location where it was read, or null for a type that composition made
 */
public record FieldsType(
        SdlTypeKind kind,
        String name,
        @Nullable String description,
        Set<String> interfaces,
        Map<String, FieldElement> fields,
        Directives directives,
        TypeOrigin origin,
        @Nullable SourceLocation location)
        implements TypeElement {

    public FieldsType {
        if (kind != SdlTypeKind.OBJECT && kind != SdlTypeKind.INTERFACE) {
            throw new IllegalArgumentException("A type with fields is an object or an interface, not " + kind);
        }
        interfaces = Ordered.copy(interfaces);
        fields = Ordered.copy(fields);
    }

    /** Whether it is an object. */
    public boolean isObject() {
        return kind == SdlTypeKind.OBJECT;
    }

    /** Whether it is an interface. */
    public boolean isInterface() {
        return kind == SdlTypeKind.INTERFACE;
    }

    /** Whether it is an object that implements the interface. */
    public boolean isImplementationOf(String interfaceName) {
        return isObject() && interfaces.contains(interfaceName);
    }

    /** The same type with other directives. */
    public FieldsType withDirectives(Directives other) {
        return new FieldsType(kind, name, description, interfaces, fields, other, origin, location);
    }

    /** The same type with other fields. */
    public FieldsType withFields(Map<String, FieldElement> other) {
        return new FieldsType(kind, name, description, interfaces, other, directives, origin, location);
    }

    /** The same type, defined or extended. */
    public FieldsType withOrigin(TypeOrigin other) {
        return new FieldsType(kind, name, description, interfaces, fields, directives, other, location);
    }
}
