package io.lancang.kit.development;

import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.graphql.execution.event.EventEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;

/**
 * Gives the GraphQL extension the kit's listeners anew when development mode has loaded changed classes. The extension finds listeners
 * once and keeps them in a static field, which outlives the application: those of before a change would meet requests of after it,
 * whose classes have the same names and are others. The extension has no way to ask for that, so its fields are set.
 */
@ApplicationScoped
@IfBuildProfile("dev")
class CurrentListeners {
    /** When beans are there, which is before the schema is built. */
    void find(@Observes @Initialized(ApplicationScoped.class) Object start) throws ReflectiveOperationException {
        Constructor<EventEmitter> emitter = EventEmitter.class.getDeclaredConstructor();
        emitter.setAccessible(true);
        Field listeners = EventEmitter.class.getDeclaredField("enabledServices");
        listeners.setAccessible(true);
        listeners.set(EventEmitter.getInstance(), listeners.get(emitter.newInstance()));
    }
}
