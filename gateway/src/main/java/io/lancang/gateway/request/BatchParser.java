package io.lancang.gateway.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.lancang.gateway.json.BoundedNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes the operations of a batch apart, each as it stands. */
public final class BatchParser {
    private BatchParser() {}

    /** Whether the first sign of a body begins an array. */
    public static boolean isBatch(byte[] body) {
        for (byte sign : body) {
            if (sign != ' ' && sign != '\t' && sign != '\r' && sign != '\n') {
                return sign == '[';
            }
        }
        return false;
    }

    /**
     * The operations, of which there is one at least.
     *
     * @param body JSON in UTF-8
     * @param maximum how many there may be
     * @param maximumNames how many different names the objects of all may have
     */
    public static List<byte[]> split(byte[] body, int maximum, int maximumNames) throws RefusedException {
        byte[] text = RequestJson.checked(body);
        List<byte[]> operations = new ArrayList<>();
        BoundedNames names = new BoundedNames(text.length, maximumNames);
        try (JsonParser parser = RequestJson.FACTORY.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (!parser.hasToken(JsonToken.START_OBJECT)) {
                    throw new RefusedException(Refusal.noObjectInBatch(operations.size()));
                }
                if (operations.size() == maximum) {
                    throw new RefusedException(Refusal.batchTooLong(maximum));
                }
                int begin = (int) parser.currentTokenLocation().getByteOffset();
                names.skipChildren(parser);
                int end = (int) parser.currentLocation().getByteOffset();
                operations.add(Arrays.copyOfRange(text, begin, end));
            }
            if (parser.nextToken() != null) {
                throw new RefusedException(Refusal.malformedJson("The body", "there is text after its end"));
            }
        } catch (StreamConstraintsException e) {
            throw new RefusedException(Refusal.jsonTooLarge("The body", e.getOriginalMessage()));
        } catch (JsonProcessingException e) {
            throw new RefusedException(Refusal.malformedJson("The body", e.getOriginalMessage()));
        } catch (IOException e) {
            throw new RefusedException(Refusal.malformedJson("The body", "it cannot be read"));
        }
        if (operations.isEmpty()) {
            throw new RefusedException(Refusal.emptyBatch());
        }
        return operations;
    }
}
