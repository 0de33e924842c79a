package io.lancang.kit.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CursorScopeTest {
    private final CursorScope byName = new CursorScope("partners", "Southeast Asia", "NAME");

    @Test
    void givesBackTheKeysetThatWentIn() {
        List<String> keyset = List.of("老挝 / Laos", "", "LAO");

        assertEquals(keyset, byName.decode(byName.encode(keyset)));
    }

    @Test
    void refusesTheCursorOfAnotherOrder() {
        String cursor = new CursorScope("partners", "Southeast Asia", "CODE").encode(List.of("LAO"));

        assertEquals(ErrorCode.BAD_USER_INPUT, refused(cursor).code());
    }

    @Test
    void refusesTheCursorOfAnotherFieldWithTheSameFilterAndOrder() {
        String cursor = new CursorScope("blocs", "Southeast Asia", "NAME").encode(List.of("LAO"));

        assertEquals(ErrorCode.BAD_USER_INPUT, refused(cursor).code());
    }

    @Test
    void refusesTextThatIsNoCursor() {
        assertEquals("'not a cursor!' is no cursor.", refused("not a cursor!").getMessage());
        assertEquals("'TEFP' is no cursor.", refused("TEFP").getMessage());
    }

    private ServiceException refused(String cursor) {
        return assertThrows(ServiceException.class, () -> byName.decode(cursor));
    }
}
