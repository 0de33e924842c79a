package io.lancang.federation;

import io.lancang.federation.cachetag.TagFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one subgraph's {@code @cacheTag} says about its answers.
 *
 * @param rootFields by the name of a field of the query root
 * @param entities by the name of the type; those of an interface count for its object types too
 */
public record SubgraphTags(Map<String, RootField> rootFields, Map<String, List<TagFormat>> entities) {
    /** Nothing. */
    public static final SubgraphTags NONE = new SubgraphTags(Map.of(), Map.of());

    public SubgraphTags {
        rootFields = Map.copyOf(rootFields);
        entities = Map.copyOf(entities);
    }

    /**
     * The tags of a root field.
     *
     * @param defaults the JSON values of arguments that a client may leave out
     */
    public record RootField(List<TagFormat> formats, Map<String, @Nullable Object> defaults) {
        public RootField {
            formats = List.copyOf(formats);
        }
    }

    /** Whether the subgraph tags nothing. */
    public boolean isEmpty() {
        return rootFields.isEmpty() && entities.isEmpty();
    }
}
