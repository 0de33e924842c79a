package io.lancang.gateway.access.key;

import io.lancang.gateway.access.ApiClient;
import io.lancang.gateway.limits.rate.Plan;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Hears of changes of what is known of keys. Called on any thread. */
public interface KeyChanges {
    /** Keys of these clients may not be what they were. */
    void changed(Predicate<ApiClient> clients);

    /** The limits of clients that nobody knows; null if there are none. */
    void anonymous(@Nullable Plan plan);
}
