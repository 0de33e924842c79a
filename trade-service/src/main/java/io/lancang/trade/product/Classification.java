package io.lancang.trade.product;

import org.eclipse.microprofile.graphql.Description;

@Description(
        "Classifications of goods, each revision apart. `Product.level` is the number of digits of a code; sections of"
                + " the Harmonized System have level 1.")
public enum Classification {
    @Description("Harmonized System, 1992.")
    HS1992("H0"),
    @Description("Harmonized System, 1996.")
    HS1996("H1"),
    @Description("Harmonized System, 2002.")
    HS2002("H2"),
    @Description("Harmonized System, 2007.")
    HS2007("H3"),
    @Description("Harmonized System, 2012, with the levels of 2022.")
    HS2012("H4"),
    @Description("Harmonized System, 2017, with the levels of 2022.")
    HS2017("H5"),
    @Description("Harmonized System, 2022: sections (1), chapters (2), headings (4), subheadings (6).")
    HS2022("H6"),
    @Description("Standard International Trade Classification, revision 1.")
    SITC1("S1"),
    @Description("Standard International Trade Classification, revision 2.")
    SITC2("S2"),
    @Description("Standard International Trade Classification, revision 3: sections (1), divisions (2), groups (3),"
            + " subgroups (4), basic headings (5).")
    SITC3("S3"),
    @Description("Standard International Trade Classification, revision 4, with the levels of revision 3.")
    SITC4("S4"),
    @Description("Broad Economic Categories, revision 4.")
    BEC4("B4"),
    @Description("Broad Economic Categories, revision 5.")
    BEC5("B5");

    /** The key of all goods, the same in every classification. */
    public static final String ALL_GOODS = "TOTAL";

    private final String abbreviation;

    Classification(String abbreviation) {
        this.abbreviation = abbreviation;
    }

    /** The key of a product by its code. */
    public String keyOf(String code) {
        return ALL_GOODS.equals(code) ? ALL_GOODS : abbreviation + ":" + code;
    }
}
