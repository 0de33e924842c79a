package org.example.lancang;

import java.util.List;
import org.springframework.graphql.ResponseError;

/** Prints errors: each has a stable code, and a hint where something can be done. */
final class ErrorReport {
    private ErrorReport() {}

    static void print(List<ResponseError> errors) {
        for (ResponseError error : errors) {
            Object hint = error.getExtensions().get("hint");
            System.err.println(error.getExtensions().get("code") + ": " + error.getMessage()
                    + (hint == null ? "" : " (" + hint + ")"));
        }
    }
}
