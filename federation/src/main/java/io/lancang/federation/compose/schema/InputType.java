package io.lancang.federation.compose.schema;

import graphql.language.SourceLocation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An input object. */
public record InputType(
        String name,
        @Nullable String description,
        Map<String, InputElement> fields,
        Directives directives,
        @Nullable SourceLocation location)
        implements TypeElement {

    public InputType {
        fields = Ordered.copy(fields);
    }

    @Override
    public SdlTypeKind kind() {
        return SdlTypeKind.INPUT_OBJECT;
    }
}
