package io.lancang.standalone.questions;

import java.util.List;

/**
 * A question that clients ask the gateway.
 *
 * @param name as it stands in the table
 * @param document the GraphQL document
 * @param answer a part of the right answer, by which a wrong one is recognised
 * @param directly what the services are asked one after the other for the same, without a gateway
 */
public record Question(String name, String document, String answer, List<Direct> directly) {
    private static final String ASEAN = """
            { bloc(code: "ASEAN") { trade(from: 2019, to: 2022) {
                points { period { year } total { amount currency } quality }
                change(from: 2000, to: 2022) { fold cagr } } } }
            """;

    private static final String RANKING = """
            { tradeRanking(year: 2024, compareWith: 2017, orderBy: SHARE_CHANGE, among: ["ASEAN", "USA", "EU", "JPN"]) {
                code earlierShare share shareChange } }
            """;

    private static final String KUNMING_SINGAPORE = """
            { routes(from: "kunming", to: "singapore", modes: [RAIL]) { routes { knownLengthKm } reachFrom { id }
                missing { name status statusNote corridor { id } } gapKm } }
            """;

    /** The six questions that a request or two of each service answer, and the least that can be asked. */
    public static final List<Question> ALL = List.of(
            new Question("(the least: { __typename })", "{ __typename }", "\"Query\"", List.of()),
            new Question(
                    "ASEAN 2019-22 and fold",
                    ASEAN,
                    "\"fold\":24.68",
                    List.of(new Direct("trade", ASEAN, "\"fold\":24.68"))),
            new Question(
                    "China-Laos Railway, trade around it",
                    """
                    { corridor(id: "clr") { name(language: ZH) status openedOn lengthKm { km } partners { code name }
                        borderCrossings { name partner { code } }
                        tradeAroundOpening(years: 3) { before { period { year } total { amount } }
                          after { period { year } total { amount } gap { reason } } } } }
                    """,
                    "3561939590",
                    List.of(
                            new Direct("corridor", """
                    { corridor(id: "clr") { name(language: ZH) status openedOn openedYear lengthKm { km } partners { code }
                        borderCrossings { name partner { code } } } }
                    """, "\"openedOn\":\"2021-12-03\""),
                            new Direct("trade", """
                    { _entities(representations: [
                        { __typename: "Corridor", id: "clr", openedOn: "2021-12-03", openedYear: 2021,
                          partners: [{ code: "CHN" }, { code: "LAO" }] },
                        { __typename: "Partner", code: "CHN" }, { __typename: "Partner", code: "LAO" }]) {
                      ... on Corridor { tradeAroundOpening(years: 3) { before { period { year } total { amount } }
                          after { period { year } total { amount } gap { reason } } } }
                      ... on Partner { name } } }
                    """, "3561939590"))),
            new Question(
                    "ranking 2024 against 2017",
                    RANKING,
                    "\"shareChange\":3.34",
                    List.of(new Direct("trade", RANKING, "\"shareChange\":3.34"))),
            new Question(
                    "Vietnam: trade, rank, links, crossings",
                    """
                    { partner(code: "VNM") { name
                        trade(from: 2024, to: 2024) { points {
                          total { amount currency estimated } balance { amount } growth shareOfChina rank } }
                        corridors(kinds: [ENERGY, DIGITAL]) { id name kind status } borderCrossings { name unlocode } } }
                    """,
                    "\"rank\":6",
                    List.of(new Direct("trade", """
                    { partner(code: "VNM") { name
                        trade(from: 2024, to: 2024) { points {
                          total { amount currency estimated } balance { amount } growth shareOfChina rank } } } }
                    """, "\"rank\":6"), new Direct("corridor", """
                    { _entities(representations: [{ __typename: "Partner", code: "VNM" }]) { ... on Partner {
                        corridors(kinds: [ENERGY, DIGITAL]) { id name kind status } borderCrossings { name unlocode } } } }
                    """, "\"DIGITAL\""))),
            new Question(
                    "Kunming-Singapore",
                    KUNMING_SINGAPORE,
                    "\"johor-bahru\"",
                    List.of(new Direct("corridor", KUNMING_SINGAPORE, "\"johor-bahru\""))),
            new Question(
                    "RCEP members with corridors",
                    """
                    { bloc(code: "RCEP") { members { partner { code name
                        trade(from: 2019, to: 2020) { points { period { year } total { amount } balance { amount } growth } }
                        corridors { id kind } borderCrossings { id name } } } } }
                    """,
                    "\"VNM\"",
                    List.of(new Direct("trade", """
                    { bloc(code: "RCEP") { members { partner { code name
                        trade(from: 2019, to: 2020) { points { period { year } total { amount } balance { amount } growth } }
                        } } } }
                    """, "\"VNM\""), new Direct("corridor", """
                    { _entities(representations: [
                        { __typename: "Partner", code: "AUS" }, { __typename: "Partner", code: "BRN" },
                        { __typename: "Partner", code: "CHN" }, { __typename: "Partner", code: "IDN" },
                        { __typename: "Partner", code: "JPN" }, { __typename: "Partner", code: "KHM" },
                        { __typename: "Partner", code: "KOR" }, { __typename: "Partner", code: "LAO" },
                        { __typename: "Partner", code: "MMR" }, { __typename: "Partner", code: "MYS" },
                        { __typename: "Partner", code: "NZL" }, { __typename: "Partner", code: "PHL" },
                        { __typename: "Partner", code: "SGP" }, { __typename: "Partner", code: "THA" },
                        { __typename: "Partner", code: "VNM" }]) {
                      ... on Partner { corridors { id kind } borderCrossings { id name } } } }
                    """, "\"clr\""))));
}
