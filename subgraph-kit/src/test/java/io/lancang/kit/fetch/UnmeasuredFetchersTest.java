package io.lancang.kit.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.lancang.kit.error.DatabaseFailure;
import io.lancang.kit.error.ErrorCode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.graphql.spi.DataFetcherService;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UnmeasuredFetchersTest {
    private static Throwable toldOf(Throwable failure) {
        return UnmeasuredFetchers.told(Uni.createFrom().failure(failure))
                .onItemOrFailure()
                .transform((ignored, told) -> told)
                .await()
                .indefinitely();
    }

    /** For which the extension would answer null alone: the pool's wait that took too long. */
    @Test
    void makesAnExceptionOfWhatIsNone() {
        Throwable told = toldOf(new NoStackTraceThrowable("Timeout"));

        assertEquals(VertxException.class, told.getClass());
        assertEquals(
                ErrorCode.UNAVAILABLE,
                DatabaseFailure.explained(told).orElseThrow().code());
    }

    @Test
    void leavesExceptionsAsTheyAre() {
        IllegalStateException failure = new IllegalStateException("x");

        assertSame(failure, toldOf(failure));
    }

    /** A native executable has no class that is looked up by name alone, and no field is fetched where one is missing. */
    @Test
    void namesAllWhoMakeFetchersToTheNativeCompiler() {
        Set<Class<?>> makers = ServiceLoader.load(DataFetcherService.class).stream()
                .map(ServiceLoader.Provider::type)
                .collect(Collectors.toSet());

        assertEquals(
                makers,
                Set.of(UnmeasuredFetchers.class
                        .getAnnotation(RegisterForReflection.class)
                        .targets()));
    }
}
