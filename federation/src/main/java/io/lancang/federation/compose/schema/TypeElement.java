package io.lancang.federation.compose.schema;

/** A named type. */
public sealed interface TypeElement extends Element permits FieldsType, UnionType, EnumType, InputType, ScalarType {

    /** The kind of type. */
    SdlTypeKind kind();
}
