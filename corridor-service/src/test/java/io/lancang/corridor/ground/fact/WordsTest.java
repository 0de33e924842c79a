package io.lancang.corridor.ground.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read from the words of sources, and what is left alone. */
class WordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    22 Mt/y (440,000 bpd)                        | 22 Mt/y; 440000 bpd
                    12 bcm/y design (5.2 bcm/y per GT 2023)      | 12 bcm/y; 5.2 bcm/y
                    1,500 MW                                     | 1500 MW
                    600 MW; 4,022 GWh/y                          | 600 MW; 4022 GWh/y
                    40 Tbps system                               | 40 Tbps
                    420 t vessels                                | 420 t
                    20 stations                                  | 20 stations
                    80x10G                                       | ''
                    110-130 GWh/y at opening                     | ''
                    many trains                                  | ''
                    """)
    void readsQuantitiesWithTheirUnits(String text, String expected) {
        String read = Quantity.in(text).stream()
                .map(quantity -> quantity.value().floatValueForSerialization().toPlainString() + " " + quantity.unit())
                .collect(Collectors.joining("; "));

        assertEquals(expected, read);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    CNY 46.46bn (2015 estimate)     | 46460000000 CNY
                    US$48.96m                       | 48960000 USD
                    VND 203,231bn (~US$7.7bn)       | 203231000000000 VND
                    VND 12.19 trillion              | 12190000000000 VND
                    THB 3bn                         | 3000000000 THB
                    50-year concession              |
                    """)
    void readsTheFirstAmountWithItsCurrency(String text, @Nullable String expected) {
        String read = Cost.in(text)
                .map(cost -> cost.amount().floatValueForSerialization().toPlainString() + " " + cost.currency())
                .orElse(null);

        assertEquals(expected, read);
    }

    @Test
    void takesNoNumberThatNothingHas() {
        String twentyDigits = "12345678901234567890";
        String tooMany = "9".repeat(3_900);

        assertEquals(
                List.of("t"),
                Quantity.in("1" + twentyDigits + " MW, " + tooMany + " MW, " + twentyDigits + " t").stream()
                        .map(Quantity::unit)
                        .toList());
        assertEquals(List.of(), Quantity.in("0." + tooMany + " MW; 1" + ",000".repeat(900) + " MW"));
        assertEquals(Optional.empty(), Cost.in("CNY " + tooMany + "bn"));
        assertEquals(Optional.empty(), Cost.in("US$0." + tooMany + " trillion"));
        assertTrue(Cost.in("VND " + twentyDigits + " trillion").isPresent());
    }

    @Test
    void readsNothingFromSilence() {
        assertEquals(List.of(), Quantity.in(null));
        assertEquals(Optional.empty(), Cost.in(null));
    }
}
