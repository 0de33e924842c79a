package io.lancang.federation.compose.schema;

import graphql.language.SourceLocation;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object type. */
public record ObjectType(
        String name,
        @Nullable String description,
        Set<String> interfaces,
        Map<String, FieldElement> fields,
        Directives directives,
        TypeOrigin origin,
        @Nullable SourceLocation location)
        implements FieldsType {

    public ObjectType {
        interfaces = Ordered.copy(interfaces);
        fields = Ordered.copy(fields);
    }

    @Override
    public TypeKind kind() {
        return TypeKind.OBJECT;
    }

    @Override
    public ObjectType withDirectives(Directives other) {
        return new ObjectType(name, description, interfaces, fields, other, origin, location);
    }

    @Override
    public ObjectType withFields(Map<String, FieldElement> other) {
        return new ObjectType(name, description, interfaces, other, directives, origin, location);
    }

    @Override
    public ObjectType withOrigin(TypeOrigin other) {
        return new ObjectType(name, description, interfaces, fields, directives, other, location);
    }
}
