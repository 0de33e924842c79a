package io.lancang.gateway.subgraph.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Four connections, of which a client may use three. A request is named after its client. */
class ConnectionSharesTest {
    private final ConnectionShares shares = new ConnectionShares(4);
    private final List<String> begun = new ArrayList<>();
    private final Map<String, Runnable> requests = new HashMap<>();

    @Test
    void leavesConnectionsToOthersWhateverOneClientAsksFor() {
        enter("a1", "a2", "a3", "a4", "a5", "b1");
        assertEquals(List.of("a1", "a2", "a3", "b1"), begun);
    }

    @Test
    void beginsWhatWaitsWhenARequestOfItsClientEnds() {
        enter("a1", "a2", "a3", "a4", "a5");
        leave("a2");
        assertEquals(List.of("a1", "a2", "a3", "a4"), begun);
    }

    @Test
    void givesAFreeConnectionToClientsInTurn() {
        enter("a1", "a2", "b1", "b2", "a3", "a4", "c1");
        leave("a1");
        leave("a2");
        leave("b1");
        assertEquals(List.of("a1", "a2", "b1", "b2", "a3", "c1", "a4"), begun);
    }

    @Test
    void passesOverWhoHasAShareAlready() {
        enter("a1", "a2", "a3", "b1", "a4", "b2");
        leave("b1");
        assertEquals(List.of("a1", "a2", "a3", "b1", "b2"), begun);
    }

    @Test
    void doesNotBeginWhatWasGivenUpWhileItWaited() {
        enter("a1", "a2", "a3", "a4", "a5");
        leave("a4");
        leave("a1");
        assertEquals(List.of("a1", "a2", "a3", "a5"), begun);
    }

    @Test
    void givesEveryConnectionBack() {
        enter("a1", "a2", "a3", "b1");
        List.of("a1", "a2", "a3", "b1").forEach(this::leave);
        enter("c1", "c2", "c3", "d1");
        assertEquals(List.of("a1", "a2", "a3", "b1", "c1", "c2", "c3", "d1"), begun);
    }

    private void enter(String... names) {
        for (String name : names) {
            Runnable begin = () -> begun.add(name);
            requests.put(name, begin);
            shares.enter(client(name), begin);
        }
    }

    private void leave(String name) {
        shares.leave(client(name), Objects.requireNonNull(requests.get(name)));
    }

    private static String client(String request) {
        return request.substring(0, 1);
    }
}
