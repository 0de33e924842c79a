package io.lancang.gateway.cache;

import io.lancang.federation.AnswerParts;
import io.lancang.federation.QueryParts;
import io.lancang.federation.json.MalformedJsonException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings the errors of an answer to a part of a request to where they would be in the answer to all of it. */
final class PartialErrors {
    private PartialErrors() {}

    static List<?> of(AnswerParts answer, QueryParts parts, BitSet asked) throws MalformedJsonException {
        List<@Nullable Object> moved = new ArrayList<>();
        for (Object error : answer.errorList()) {
            moved.add(
                    error instanceof Map<?, ?> members && members.get("path") instanceof List<?> path
                            ? moved(members, parts.originalPath(path, asked))
                            : error);
        }
        return moved;
    }

    private static Map<String, @Nullable Object> moved(Map<?, ?> error, List<?> path) {
        Map<String, @Nullable Object> moved = new LinkedHashMap<>();
        error.forEach((name, value) -> moved.put(String.valueOf(name), value));
        moved.put("path", path);
        return moved;
    }
}
