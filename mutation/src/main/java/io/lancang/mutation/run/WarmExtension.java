package io.lancang.mutation.run;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
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
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        current.setContextClassLoader(instance.getClass().getClassLoader());
        try {
            Trials.ofProcess()
                    .ask(
                            context.getRequiredTestClass().getName(),
                            executable.getName(),
                            new Repetition(
                                    instance,
                                    executable,
                                    method.getArguments().toArray(),
                                    quarkus(context.getRequiredTestClass()).isPresent()));
        } finally {
            current.setContextClassLoader(before);
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
