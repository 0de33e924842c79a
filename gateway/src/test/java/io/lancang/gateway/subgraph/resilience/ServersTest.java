package io.lancang.gateway.subgraph.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.TestConfig;
import io.lancang.gateway.subgraph.Uncounted;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServersTest {
    private final List<Server> three = Stream.of("10.1.0.1", "10.1.0.2", "10.1.0.3")
            .map(ServersTest::server)
            .toList();
    private final Servers servers = new Servers(three);

    @Test
    void areAskedByTurns() {
        assertEquals(
                List.of("10.1.0.1", "10.1.0.2", "10.1.0.3", "10.1.0.1"),
                Stream.generate(() -> next(List.of())).limit(4).toList());
    }

    @Test
    void areLeftOutOneByOne() {
        eject(three.get(1));

        assertEquals(
                List.of("10.1.0.1", "10.1.0.3", "10.1.0.3", "10.1.0.1"),
                Stream.generate(() -> next(List.of())).limit(4).toList());
        assertEquals(1, servers.ejected());
    }

    @Test
    void areNotAskedAgainByTheSameRequestWhileThereAreOthers() {
        assertEquals("10.1.0.2", next(List.of(three.get(0))));
        assertEquals("10.1.0.3", next(List.of(three.get(0), three.get(1))));
    }

    @Test
    void areAskedAgainByTheSameRequestRatherThanOneThatIsLeftOut() {
        eject(three.get(2));

        assertEquals("10.1.0.1", next(List.of(three.get(0), three.get(1))));
    }

    @Test
    void areAskedAllTheSameWhereAllAreLeftOut() {
        three.forEach(ServersTest::eject);

        assertEquals("10.1.0.1", next(List.of()));
        assertEquals("10.1.0.2", next(List.of()), "those too by turns");
        assertEquals("10.1.0.1", next(List.of(three.get(2))));
        assertEquals("10.1.0.1", next(three), "all were tried, and all are left out");
    }

    @Test
    void haveAnotherOnlyIfItIsInUseAndUntried() {
        assertTrue(servers.hasOther(List.of(three.get(0), three.get(1))));

        eject(three.get(2));

        assertFalse(servers.hasOther(List.of(three.get(0), three.get(1))));
    }

    @Test
    void leaveTheChoiceToTheUrlWhereThereAreNone() {
        Servers none = new Servers(List.of());

        assertNull(none.next(List.of(), /* mayProbe= */ true));
        assertFalse(none.hasOther(List.of()));
        assertEquals(0, none.ejected());
    }

    private String next(List<Server> tried) {
        return Objects.requireNonNull(servers.next(tried, /* mayProbe= */ true))
                .address()
                .host();
    }

    private static void eject(Server server) {
        for (int i = 0; i < 3; i++) {
            server.failed();
        }
        assertFalse(server.isInUse());
    }

    private static Server server(String host) {
        return new Server(
                SocketAddress.inetSocketAddress(8081, host),
                TestConfig.with(Map.of("traffic.resilience.ejection.pause", "30s"))
                        .traffic()
                        .resilience()
                        .ejection(),
                () -> 0,
                new ServerLog("trade", new Uncounted()));
    }
}
