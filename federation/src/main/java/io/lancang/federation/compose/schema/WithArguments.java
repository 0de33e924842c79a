package io.lancang.federation.compose.schema;

import java.util.Map;

/** What takes arguments: a field, or the definition of a directive. */
public sealed interface WithArguments extends Element permits FieldElement, DirectiveDeclaration {

    /** Its arguments in the order of the SDL. */
    Map<String, InputElement> arguments();
}
