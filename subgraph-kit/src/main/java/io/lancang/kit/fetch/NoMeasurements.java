package io.lancang.kit.fetch;

import java.util.concurrent.LinkedBlockingQueue;

/** Takes the numbers of measurements and keeps none. */
@SuppressWarnings("serial") // The extension wants this class of queue, and nobody writes one to a stream.
final class NoMeasurements extends LinkedBlockingQueue<Long> {
    private static final Long ANY = 0L;

    @Override
    public boolean add(Long number) {
        return true;
    }

    @Override
    public Long remove() {
        return ANY;
    }
}
