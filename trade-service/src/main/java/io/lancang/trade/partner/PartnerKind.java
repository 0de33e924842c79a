package io.lancang.trade.partner;

import org.eclipse.microprofile.graphql.Description;

@Description("What kind of reporting unit a partner is.")
public enum PartnerKind {
    @Description("A country or economy that is reported now. Names follow the datasets and imply no opinion on status.")
    COUNTRY,
    @Description("A state or grouping that is reported no more, such as the USSR.")
    HISTORICAL,
    @Description("A sum that a dataset reports itself, such as the world or a continent, or a province that reports for"
            + " itself. It overlaps with countries: do not add it to them.")
    AGGREGATE;

    /** Whether partners of the kind lie in a region. */
    public boolean hasRegion() {
        return this == COUNTRY;
    }
}
