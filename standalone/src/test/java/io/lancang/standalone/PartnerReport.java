package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

/**
 * What every client of the examples says of Laos. The figures are those of the README's questions: 3,561,939,590 US$ in 2020, none in
 * 2021, and a railway that opened on 3 December 2021.
 */
final class PartnerReport {
    private PartnerReport() {}

    static void assertTells(String printed, String total) {
        for (String expected : List.of(
                "Lao People's Democratic Republic (LAO)",
                "  China–Laos Railway: TRANSPORT, OPERATIONAL, opened 2021-12-03",
                "  2020  " + total + " USD  REPORTED",
                "  2021  no figure (NOT_COVERED)")) {
            assertTrue(printed.lines().anyMatch(expected::equals), () -> expected + " is not in\n" + printed);
        }
    }
}
