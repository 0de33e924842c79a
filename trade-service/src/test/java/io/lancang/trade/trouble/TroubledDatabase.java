package io.lancang.trade.trouble;

import io.lancang.kit.fixture.ServiceDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A database that a test may stop, and a service whose statements may take less long than usual. */
public final class TroubledDatabase implements QuarkusTestResourceLifecycleManager {
    /** Where a test wants the database. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.FIELD)
    @interface Troubled {}

    private @Nullable ServiceDatabase database;

    @Override
    public Map<String, String> start() {
        ServiceDatabase started = ServiceDatabase.start();
        database = started;
        return Map.of(
                "quarkus.datasource.username",
                ServiceDatabase.NAME,
                "quarkus.datasource.password",
                ServiceDatabase.NAME,
                "quarkus.datasource.jdbc.url",
                started.jdbcUrl(),
                "quarkus.datasource.reactive.url",
                started.reactiveUrl(),
                "quarkus.datasource.reactive.max-size",
                "4",
                "quarkus.datasource.reactive.additional-properties.\"statement_timeout\"",
                "4000");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                Objects.requireNonNull(database),
                new TestInjector.AnnotatedAndMatchesType(Troubled.class, ServiceDatabase.class));
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
    }
}
