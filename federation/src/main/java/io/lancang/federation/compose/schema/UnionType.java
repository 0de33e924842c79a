package io.lancang.federation.compose.schema;

import graphql.language.SourceLocation;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A union of object types. */
public record UnionType(
        String name,
        @Nullable String description,
        Set<String> members,
        Directives directives,
        @Nullable SourceLocation location)
        implements TypeElement {

    public UnionType {
        members = Ordered.copy(members);
    }

    @Override
    public SdlTypeKind kind() {
        return SdlTypeKind.UNION;
    }
}
