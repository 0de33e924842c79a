package io.lancang.trade.sdmx.series;

import io.lancang.kit.export.SendingConfig;
import io.lancang.trade.sdmx.request.Problem;
import io.lancang.trade.sdmx.request.SdmxException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets some requests that are much work be answered at a time. Thread-safe. */
@Singleton
class Places {
    private final int atOnce;
    private final Semaphore free;

    Places(SendingConfig config) {
        this.atOnce = config.atOnce();
        this.free = new Semaphore(atOnce);
    }

    /**
     * Answers in a place of its own, until the end.
     *
     * @param what what is answered in so many places, for the one who gets none
     * @param wayOut what to ask for instead
     */
    Uni<Void> take(String what, String wayOut, Supplier<Uni<Void>> answer) {
        if (!free.tryAcquire()) {
            return Uni.createFrom()
                    .failure(new SdmxException(
                            Problem.UNAVAILABLE,
                            "This service answers " + atOnce + " requests for " + what
                                    + " at a time, and does so now. Retry when one of them is done" + wayOut + "."));
        }
        return Uni.createFrom().deferred(answer::get).onTermination().invoke(() -> free.release());
    }
}
