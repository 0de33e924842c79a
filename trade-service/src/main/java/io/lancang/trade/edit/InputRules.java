package io.lancang.trade.edit;

import io.lancang.kit.error.ServiceException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;

/** Checks input by the constraints of its type, and tells the first that is broken with the code of all bad input. */
@Singleton
public class InputRules {
    private final Validator validator;

    InputRules(Validator validator) {
        this.validator = validator;
    }

    /**
     * Checks what somebody sent.
     *
     * @throws ServiceException BAD_USER_INPUT, naming the value and the rule that it breaks
     */
    public void check(Object input) {
        validator.validate(input).stream()
                .min(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .ifPresent(violation -> {
                    throw ServiceException.badInput(message(violation), "Correct it and send it again.");
                });
    }

    /** A rule over several values names them itself. */
    private static String message(ConstraintViolation<Object> violation) {
        Object value = violation.getInvalidValue();
        return value instanceof Boolean
                ? violation.getMessage() + "."
                : "`" + violation.getPropertyPath() + "` is '" + value + "'; it " + violation.getMessage() + ".";
    }
}
