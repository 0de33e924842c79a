package io.lancang.federation.compose.schema;

import graphql.language.SourceLocation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An enum. */
public record EnumType(
        String name,
        @Nullable String description,
        Map<String, EnumValueElement> values,
        Directives directives,
        @Nullable SourceLocation location)
        implements TypeElement {

    public EnumType {
        values = Ordered.copy(values);
    }

    @Override
    public SdlTypeKind kind() {
        return SdlTypeKind.ENUM;
    }
}
