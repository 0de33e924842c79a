package io.lancang.kit.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lancang.kit.error.Suggestions.Candidate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
    private static final List<Candidate> PARTNERS = List.of(
            new Candidate("LAO", "Laos"),
            new Candidate("LVA", "Latvia"),
            new Candidate("THA", "Thailand"),
            new Candidate("VNM", "Vietnam"));

    @Test
    void suggestsTheCodesThatAreOneSlipAway() {
        assertEquals("Did you mean LAO (Laos), LVA (Latvia)?", Suggestions.hint("LOA", PARTNERS));
    }

    /** One letter of a short code may be missing, though a third of two letters is none. */
    @Test
    void suggestsTheCodesThatHaveALetterMore() {
        assertEquals("Did you mean LAO (Laos), LVA (Latvia)?", Suggestions.hint("LA", PARTNERS));
    }

    @Test
    void suggestsByNameWhenANameWasGiven() {
        assertEquals("Did you mean THA (Thailand)?", Suggestions.hint("thailnad", PARTNERS));
    }

    @Test
    void suggestsTheNameThatBeginsLikeTheTextGiven() {
        assertEquals("Did you mean VNM (Vietnam)?", Suggestions.hint("Viet", PARTNERS));
    }

    @Test
    void saysACodeThatIsANameOnce() {
        assertEquals(
                "Did you mean partners?", Suggestions.hint("partnrs", List.of(new Candidate("partners", "partners"))));
    }

    @Test
    void suggestsNothingWhenNothingIsNear() {
        assertNull(Suggestions.hint("XYZ", PARTNERS));
    }

    @Test
    void namesTheNearestFirstAndAtMostThree() {
        List<Candidate> codes = List.of(
                new Candidate("AAD", "1"),
                new Candidate("AAC", "2"),
                new Candidate("AAB", "3"),
                new Candidate("AAE", "4"));

        List<Candidate> nearest = Suggestions.nearest("AAD", codes);

        assertEquals(
                List.of("AAD", "AAB", "AAC"),
                nearest.stream().map(Candidate::code).toList());
    }
}
