package io.lancang.kit.error;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import io.lancang.kit.text.Brief;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A GraphQL error as the client reads it: {@code extensions} holds code, service and, where there is one, a hint. */
final class ErrorAnswer implements GraphQLError {
    private final String message;
    private final transient @Nullable List<SourceLocation> locations;
    private final transient @Nullable List<Object> path;
    private final transient Map<String, Object> extensions;

    /** The answer for {@code original}, which gives it its place in the request. */
    ErrorAnswer(GraphQLError original, ErrorCode code, String service, String message, @Nullable String hint) {
        this.message = Brief.message(message);
        this.locations = original.getLocations();
        this.path = original.getPath();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("code", code.name());
        content.put("service", service);
        if (hint != null) {
            content.put("hint", hint);
        }
        this.extensions = content;
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public @Nullable List<SourceLocation> getLocations() {
        return locations;
    }

    @Override
    public @Nullable List<Object> getPath() {
        return path;
    }

    @Override
    public Map<String, Object> getExtensions() {
        return extensions;
    }

    @Override
    public ErrorClassification getErrorType() {
        return ErrorClassification.errorClassification(String.valueOf(extensions.get("code")));
    }

    /** As the specification orders it. The default adds a classification, which says less than the code. */
    @Override
    public Map<String, Object> toSpecification() {
        Map<String, Object> specification = new LinkedHashMap<>();
        specification.put("message", message);
        if (locations != null && !locations.isEmpty()) {
            List<Map<String, Object>> places = new ArrayList<>();
            for (SourceLocation location : locations) {
                places.add(Map.of("line", location.getLine(), "column", location.getColumn()));
            }
            specification.put("locations", places);
        }
        if (path != null) {
            specification.put("path", path);
        }
        specification.put("extensions", extensions);
        return specification;
    }
}
