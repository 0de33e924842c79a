package io.lancang.federation.compose.validate;

import io.lancang.federation.compose.problem.ErrorCode;
import io.lancang.federation.compose.schema.FederationDirective;

/** The directives that take a field set, with the code of each complaint about one. */
enum FieldSetUse {
    KEY(
            FederationDirective.KEY,
            ErrorCode.KEY_INVALID_FIELDS,
            ErrorCode.KEY_INVALID_FIELDS_TYPE,
            ErrorCode.KEY_DIRECTIVE_IN_FIELDS_ARG),
    REQUIRES(
            FederationDirective.REQUIRES,
            ErrorCode.REQUIRES_INVALID_FIELDS,
            ErrorCode.REQUIRES_INVALID_FIELDS_TYPE,
            ErrorCode.REQUIRES_DIRECTIVE_IN_FIELDS_ARG),
    PROVIDES(
            FederationDirective.PROVIDES,
            ErrorCode.PROVIDES_INVALID_FIELDS,
            ErrorCode.PROVIDES_INVALID_FIELDS_TYPE,
            ErrorCode.PROVIDES_DIRECTIVE_IN_FIELDS_ARG);

    private final FederationDirective directive;
    private final ErrorCode invalidFields;
    private final ErrorCode invalidType;
    private final ErrorCode hasDirective;

    FieldSetUse(FederationDirective directive, ErrorCode invalidFields, ErrorCode invalidType, ErrorCode hasDirective) {
        this.directive = directive;
        this.invalidFields = invalidFields;
        this.invalidType = invalidType;
        this.hasDirective = hasDirective;
    }

    FederationDirective directive() {
        return directive;
    }

    ErrorCode invalidFields() {
        return invalidFields;
    }

    ErrorCode invalidType() {
        return invalidType;
    }

    ErrorCode hasDirective() {
        return hasDirective;
    }
}
