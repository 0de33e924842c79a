package io.lancang.kit.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AddressTest {
    @Test
    void hasThePortOfThePrimaryUnlessItNamesOne() {
        assertEquals(new Address("trade-db-replicas", 5432), Address.of(" trade-db-replicas", 5432));
        assertEquals(new Address("10.0.0.7", 6432), Address.of("10.0.0.7:6432", 5432));
        assertEquals(new Address("[::1]", 5432), Address.of("[::1]", 5432));
    }

    @Test
    void refusesWhatIsNoHostWithTheKeyAndTheWayOut() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Address.of("postgresql://db", 5432));

        assertTrue(
                String.valueOf(refusal.getMessage())
                        .contains("`lancang.database.replicas.hosts` has 'postgresql://db'"),
                refusal::getMessage);
    }
}
