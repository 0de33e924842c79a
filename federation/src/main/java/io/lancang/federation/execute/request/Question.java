package io.lancang.federation.execute.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.federation.json.ByteSink;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * A document that asks one question.
 *
 * @param digest of its text, SHA-256
 * @param variables of the client's that it uses
 */
record Question(byte[] digest, List<String> variables) {
    /** The question that a document asks. */
    static Question of(String document, List<String> variables) {
        try {
            return new Question(
                    MessageDigest.getInstance("SHA-256").digest(document.getBytes(UTF_8)), List.copyOf(variables));
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java has to have it.
            throw new IllegalStateException(impossible);
        }
    }

    /** The values of its variables, as a JSON object. */
    byte[] values(RequestVariables values) {
        ByteSink object = new ByteSink(variables.isEmpty() ? 2 : 128);
        object.write('{');
        values.write(variables, object);
        object.write('}');
        return object.toByteArray();
    }
}
