package io.lancang.mutation.run;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * One more run of a test that JUnit has run. What the test prepares before each run and ends after it is done anew, so that nothing of an
 * earlier run is in the way. A plain class gets a new instance. The instance that an application has injected is used again, after its
 * own clearing up. Where a class prepares with parameters, the method alone is repeated.
 */
final class Repetition implements Trials.Repeated {
    private final Object instance;
    private final Method method;
    private final Object[] arguments;
    private final boolean isInjected;
    private final List<Method> before;
    private final List<Method> after;

    /**
     * Prepares to repeat a test.
     *
     * @param instance the one that JUnit ran, prepared and not cleared up yet
     * @param isInjected whether an application injected its fields, which only it can do
     */
    Repetition(Object instance, Method method, Object[] arguments, boolean isInjected) {
        this.instance = instance;
        this.method = method;
        this.arguments = arguments.clone();
        this.isInjected = isInjected;
        before = AnnotationSupport.findAnnotatedMethods(
                instance.getClass(), BeforeEach.class, HierarchyTraversalMode.TOP_DOWN);
        after = AnnotationSupport.findAnnotatedMethods(
                instance.getClass(), AfterEach.class, HierarchyTraversalMode.BOTTOM_UP);
    }

    @Override
    public void run() throws Throwable {
        if (!before.stream().allMatch(Repetition::takesNothing)
                || !after.stream().allMatch(Repetition::takesNothing)) {
            invoke(method, instance, arguments);
            return;
        }
        Optional<Object> another = isInjected ? Optional.empty() : another();
        if (another.isEmpty()) {
            // JUnit prepared it, or the run before this one did; JUnit clears up after the last.
            invokeAll(after, instance);
            invokeAll(before, instance);
            invoke(method, instance, arguments);
            return;
        }
        try {
            invokeAll(before, another.get());
            invoke(method, another.get(), arguments);
        } finally {
            invokeAll(after, another.get());
        }
    }

    /** A new instance; empty where only JUnit can make one. */
    private Optional<Object> another() throws Throwable {
        for (Constructor<?> constructor : instance.getClass().getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 0) {
                constructor.setAccessible(true);
                try {
                    Object made = constructor.newInstance();
                    takeFolders(made);
                    return Optional.of(made);
                } catch (InvocationTargetException failure) {
                    throw failure.getCause();
                }
            }
        }
        return Optional.empty();
    }

    /** Temporary folders are made by JUnit; those of the first run serve again. */
    private void takeFolders(Object made) throws IllegalAccessException {
        for (Field field : AnnotationSupport.findAnnotatedFields(made.getClass(), TempDir.class)) {
            if (!Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                field.set(made, field.get(instance));
            }
        }
    }

    private static boolean takesNothing(Method method) {
        return method.getParameterCount() == 0;
    }

    private static void invokeAll(List<Method> methods, Object instance) throws Throwable {
        for (Method each : methods) {
            invoke(each, instance);
        }
    }

    private static void invoke(Method method, Object instance, Object... arguments) throws Throwable {
        method.setAccessible(true);
        try {
            method.invoke(instance, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
