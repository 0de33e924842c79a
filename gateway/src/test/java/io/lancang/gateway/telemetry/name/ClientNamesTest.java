package io.lancang.gateway.telemetry.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** As whom clients count. */
class ClientNamesTest {
    @Test
    void tellsNoMoreClientsApartThanItMay() {
        ClientNames names = new ClientNames(List.of("x-name", "x-other-name"), 2);

        assertEquals("web", names.of(sent("X-Other-Name", "web")));
        assertEquals("app", names.of(sent("X-Name", " app ").add("X-Other-Name", "web")));
        assertEquals(Names.OTHER, names.of(sent("X-Name", "third")));
        assertEquals("web", names.of(sent("X-Name", "web")));
        assertEquals(ClientNames.UNNAMED, names.of(sent("X-Unknown", "a")));
        assertEquals(2, names.size());
    }

    @Test
    void namesThatAreLongOrNoTextAreOfOthers() {
        ClientNames names = new ClientNames(List.of("x-name"), 2);

        assertEquals(Names.OTHER, names.of(sent("X-Name", "a".repeat(65))));
        assertEquals(Names.OTHER, names.of(sent("X-Name", "<script>")));
        assertTrue(names.size() == 0);
    }

    private static MultiMap sent(String name, String value) {
        return MultiMap.caseInsensitiveMultiMap().add(name, value);
    }
}
