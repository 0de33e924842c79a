package io.lancang.mutation.run;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Runs each test once as it is, and then once more with each fault, in the same application. */
public final class WarmExtension implements InvocationInterceptor {
    private static final String QUARKUS = "io.quarkus.test.junit.QuarkusTest";

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        invocation.proceed();
        ask(method, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        invocation.proceed();
        ask(method, context);
    }

    private static void ask(ReflectiveInvocationContext<Method> method, ExtensionContext context) throws Throwable {
        if (System.getProperty(WarmTests.PLAN) == null) {
            // Quarkus has JUnit find extensions by themselves, in tests that are asked about one fault too.
            return;
        }
        Object instance = instance(context);
        Method executable = method.getExecutable();
        if (!executable.getDeclaringClass().isInstance(instance)) {
            return;
        }
        executable.setAccessible(true);
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        current.setContextClassLoader(instance.getClass().getClassLoader());
        try {
            Trials.ofProcess()
                    .ask(
                            context.getRequiredTestClass().getName(),
                            executable.getName(),
                            () -> repeat(
                                    executable, instance, method.getArguments().toArray()));
        } finally {
            current.setContextClassLoader(before);
        }
    }

    /** JUnit has prepared the test once, and cleans up after it once: between two runs both are done here. */
    private static void repeat(Method test, Object instance, Object[] arguments) throws Throwable {
        List<Class<?>> types = new ArrayList<>();
        for (Class<?> type = instance.getClass(); type != null; type = type.getSuperclass()) {
            types.add(type);
        }
        invokeAll(types, "AfterEach", instance);
        invokeAll(types.reversed(), "BeforeEach", instance);
        invoke(test, instance, arguments);
    }

    /** Those with parameters would need the ones that JUnit resolves. */
    private static void invokeAll(List<Class<?>> types, String annotation, Object instance) throws Throwable {
        for (Class<?> type : types) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getParameterCount() == 0 && has(method, "org.junit.jupiter.api." + annotation)) {
                    method.setAccessible(true);
                    invoke(method, instance);
                }
            }
        }
    }

    private static boolean has(Method method, String annotation) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(present -> present.annotationType().getName().equals(annotation));
    }

    private static void invoke(Method method, Object instance, Object... arguments) throws Throwable {
        try {
            method.invoke(instance, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    /** Whether the tests of a class run in an application. */
    static boolean isInApplication(Class<?> test) {
        return quarkus(test).isPresent();
    }

    private static Optional<Annotation> quarkus(Class<?> test) {
        return Arrays.stream(test.getAnnotations())
                .filter(annotation -> annotation.annotationType().getName().equals(QUARKUS))
                .findFirst();
    }

    /** Quarkus runs the methods of an instance of its own, into which it injected beans, and not those of JUnit's. */
    private static Object instance(ExtensionContext context) throws ReflectiveOperationException {
        Optional<Annotation> quarkus = quarkus(context.getRequiredTestClass());
        if (quarkus.isEmpty()) {
            return context.getRequiredTestInstance();
        }
        Field instance = quarkus.get()
                .annotationType()
                .getClassLoader()
                .loadClass(QUARKUS + "Extension")
                .getDeclaredField("actualTestInstance");
        instance.setAccessible(true);
        return instance.get(null);
    }
}
