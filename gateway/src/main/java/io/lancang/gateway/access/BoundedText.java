package io.lancang.gateway.access;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** Gathers a text that arrives in parts, up to a length. Belongs to one event loop. */
public final class BoundedText {
    private final int maximum;
    private final Buffer text = Buffer.buffer();

    public BoundedText(int maximum) {
        this.maximum = maximum;
    }

    /** Adds a part, unless the text becomes too long. */
    public boolean add(Buffer part) {
        if (text.length() + part.length() > maximum) {
            return false;
        }
        text.appendBuffer(part);
        return true;
    }

    @Override
    public String toString() {
        return text.toString(StandardCharsets.UTF_8);
    }
}
