package io.lancang.federation.compose.schema;

import graphql.language.SourceLocation;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An interface type. */
public record InterfaceType(
        String name,
        @Nullable String description,
        Set<String> interfaces,
        Map<String, FieldElement> fields,
        Directives directives,
        TypeOrigin origin,
        @Nullable SourceLocation location)
        implements FieldsType {

    public InterfaceType {
        interfaces = Ordered.copy(interfaces);
        fields = Ordered.copy(fields);
    }

    @Override
    public TypeKind kind() {
        return TypeKind.INTERFACE;
    }

    @Override
    public InterfaceType withDirectives(Directives other) {
        return new InterfaceType(name, description, interfaces, fields, other, origin, location);
    }

    @Override
    public InterfaceType withFields(Map<String, FieldElement> other) {
        return new InterfaceType(name, description, interfaces, other, directives, origin, location);
    }

    @Override
    public InterfaceType withOrigin(TypeOrigin other) {
        return new InterfaceType(name, description, interfaces, fields, directives, other, location);
    }
}
