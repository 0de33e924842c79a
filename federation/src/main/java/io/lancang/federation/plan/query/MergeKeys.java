package io.lancang.federation.plan.query;

/** Names of places in the merged tree that are no response keys. */
public final class MergeKeys {
    /** The place of a {@code __typename} that only shows that an object is there: an interface object's is no type of it. */
    public static final String PRESENCE = "@presence";

    private MergeKeys() {}

    /**
     * The place of a client's field on objects of one type alone: what the client calls alike on objects of another type is
     * another field, and stands under the response key. No client can choose such a name.
     */
    public static String ofType(String responseKey, String typeName) {
        return responseKey + "@" + typeName;
    }
}
