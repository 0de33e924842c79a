package io.lancang.trade.distribution;

import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.fixture.Tables;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A database whose tables were distributed before the service came to it, and which can write down plans. */
public final class DistributedDatabase implements QuarkusTestResourceLifecycleManager {
    /** Where a test wants the database. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.FIELD)
    @interface Distributed {}

    private @Nullable ServiceDatabase database;

    @Override
    public Map<String, String> start() {
        ServiceDatabase started = ServiceDatabase.startExplaining(new Tables());
        database = started;
        try {
            CitusStandIn.install(started.dataSource());
            CitusStandIn.distribute(started.dataSource());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return started.settings();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                Objects.requireNonNull(database),
                new TestInjector.AnnotatedAndMatchesType(Distributed.class, ServiceDatabase.class));
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
    }
}
