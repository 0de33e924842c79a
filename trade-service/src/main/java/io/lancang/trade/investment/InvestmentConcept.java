package io.lancang.trade.investment;

import org.eclipse.microprofile.graphql.Description;

@Description(
        "What a figure of direct investment measures. The concepts differ in who counts what, and are never mixed.")
public enum InvestmentConcept {
    @Description("Net inflows of a year into ASEAN as its members report them; negative where more was withdrawn than"
            + " came.")
    NET_INFLOW("N"),
    @Description("Inflows of a year as UNCTAD and the ASEAN Secretariat publish them, which differ: see the note.")
    INFLOW("I"),
    @Description("Outward flows of a year as the source economy reports them, for China by its Ministry of Commerce.")
    OUTFLOW("O"),
    @Description("Outward stock at the end of a year as China reports it.")
    OUTWARD_STOCK("S");

    private final String code;

    InvestmentConcept(String code) {
        this.code = code;
    }

    /** How the database writes it. */
    String code() {
        return code;
    }
}
