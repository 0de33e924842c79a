package io.lancang.standalone;

import io.lancang.standalone.ServiceLaunch.Compilers;
import java.time.Duration;
import java.util.Map;

/**
 * How large a {@link ReplicatedSet} is.
 *
 * @param each how many processes there are of each application
 * @param store whether gateways share what they keep and count
 * @param life for how long the processes live
 * @param gateway further configuration of each gateway
 */
public record ReplicatedForm(int each, Store store, Life life, Map<String, String> gateway) {
    public ReplicatedForm {
        gateway = Map.copyOf(gateway);
    }

    /** What gateways share. */
    public enum Store {
        NONE,
        VALKEY
    }

    /** For how long processes live: in a short life code is not compiled for long, and nobody is waited for at its end. */
    public enum Life {
        OF_A_TEST(Compilers.FIRST, Duration.ZERO),
        LONG(Compilers.ALL, Duration.ofSeconds(2));

        private final Compilers compilers;
        private final Duration delay;

        Life(Compilers compilers, Duration delay) {
            this.compilers = compilers;
            this.delay = delay;
        }

        Compilers compilers() {
            return compilers;
        }

        Duration delay() {
            return delay;
        }
    }
}
