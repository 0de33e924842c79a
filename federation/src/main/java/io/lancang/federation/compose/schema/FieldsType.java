package io.lancang.federation.compose.schema;

import java.util.Map;
import java.util.Set;

/** A type with fields that a client selects. */
public sealed interface FieldsType extends TypeElement permits ObjectType, InterfaceType {

    /** The names of the interfaces that it implements. */
    Set<String> interfaces();

    /** Its fields in the order of the SDL. */
    Map<String, FieldElement> fields();

    /** Whether it is defined or only extended. */
    TypeOrigin origin();

    /** The same type with other directives. */
    FieldsType withDirectives(Directives other);

    /** The same type, defined or extended. */
    FieldsType withOrigin(TypeOrigin other);

    /** The same type with other fields. */
    FieldsType withFields(Map<String, FieldElement> other);
}
