package io.lancang.integration.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

@Input("ClientFilterInput")
@Description("Which clients are wanted: those that fulfil all that is given.")
public record ClientFilter(
        @Description("Only in this state.") @Nullable ClientState state,

        @Description("Only with this plan, by name.") @Id @Nullable
        String plan,

        @Description("Only with this text in the id or name, in letters of any case.") @Nullable
        String search) {
    /** All clients. */
    static final ClientFilter ALL = new ClientFilter(null, null, null);

    /** The conditions in the query language of the entities, all of which hold; their parameters are those of {@link #parameters}. */
    List<String> conditions() {
        List<String> parts = new ArrayList<>();
        if (state != null) {
            parts.add("state = :state");
        }
        if (plan != null) {
            parts.add("plan = :plan");
        }
        if (search != null) {
            parts.add("(locate(lower(:search), lower(name)) > 0 or locate(lower(:search), id) > 0)");
        }
        return parts;
    }

    /** The values for {@link #conditions}. */
    Map<String, Object> parameters() {
        Map<String, Object> values = new HashMap<>();
        if (state != null) {
            values.put("state", state);
        }
        if (plan != null) {
            values.put("plan", plan);
        }
        if (search != null) {
            values.put("search", search);
        }
        return values;
    }
}
