package io.lancang.kit.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeIdTest {
    @Test
    void namesTheTypeAndTheKey() {
        assertEquals("Corridor:clr", NodeId.text("Corridor", "clr"));
        assertEquals(new NodeId("Corridor", null, List.of("clr")), NodeId.read("Corridor:clr"));
    }

    @Test
    void differsByMoment() {
        String then = NodeId.text("Location", new Vantage(7L), "mohan");

        assertEquals("Location@7:mohan", then);
        assertEquals(new Vantage(7L), NodeId.read(then).seen());
    }

    @Test
    void keepsAllPartsOfAKeyApartWhateverTheyHold() {
        String[] key = {"H6:85", "a/b", "50%", "%2F"};

        assertEquals(List.of(key), NodeId.read(NodeId.text("Product", key)).key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "clr",
                ":clr",
                "corridor:clr",
                "Corridor:",
                "Corridor@x:clr",
                "Corridor@0:clr",
                "Corridor@:clr"
            })
    void refusesTextThatIsNoId(String text) {
        ServiceException refused = assertThrows(ServiceException.class, () -> NodeId.read(text));

        assertEquals(ErrorCode.BAD_USER_INPUT, refused.code());
        assertEquals("'" + text + "' is no id of a node.", refused.getMessage());
    }

    @Test
    void hasOneKeyOrSeveral() {
        assertEquals("clr", NodeId.read("Corridor:clr").onlyKey());
        assertThrows(ServiceException.class, () -> NodeId.read("Corridor:clr/x").onlyKey());
    }
}
