package io.lancang.federation.compose.validate;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.schema.FederationDirective;

/** The directives that take a field set, with the code of each complaint about one. */
enum FieldSetUse {
    KEY(
            FederationDirective.KEY,
            CompositionErrorCode.KEY_INVALID_FIELDS,
            CompositionErrorCode.KEY_INVALID_FIELDS_TYPE,
            CompositionErrorCode.KEY_DIRECTIVE_IN_FIELDS_ARG),
    REQUIRES(
            FederationDirective.REQUIRES,
            CompositionErrorCode.REQUIRES_INVALID_FIELDS,
            CompositionErrorCode.REQUIRES_INVALID_FIELDS_TYPE,
            CompositionErrorCode.REQUIRES_DIRECTIVE_IN_FIELDS_ARG),
    PROVIDES(
            FederationDirective.PROVIDES,
            CompositionErrorCode.PROVIDES_INVALID_FIELDS,
            CompositionErrorCode.PROVIDES_INVALID_FIELDS_TYPE,
            CompositionErrorCode.PROVIDES_DIRECTIVE_IN_FIELDS_ARG);

    private final FederationDirective directive;
    private final CompositionErrorCode invalidFields;
    private final CompositionErrorCode invalidType;
    private final CompositionErrorCode hasDirective;

    FieldSetUse(
            FederationDirective directive,
            CompositionErrorCode invalidFields,
            CompositionErrorCode invalidType,
            CompositionErrorCode hasDirective) {
        this.directive = directive;
        this.invalidFields = invalidFields;
        this.invalidType = invalidType;
        this.hasDirective = hasDirective;
    }

    FederationDirective directive() {
        return directive;
    }

    CompositionErrorCode invalidFields() {
        return invalidFields;
    }

    CompositionErrorCode invalidType() {
        return invalidType;
    }

    CompositionErrorCode hasDirective() {
        return hasDirective;
    }
}
