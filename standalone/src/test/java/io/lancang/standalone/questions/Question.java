package io.lancang.standalone.questions;

import io.lancang.standalone.siege.wire.HttpRequests;
import io.lancang.standalone.siege.wire.Json;
import java.util.List;

/**
 * A question that clients ask the gateway.
 *
 * @param name as it stands in the table
 * @param document the GraphQL document
 * @param answer a part of the right answer, by which a wrong one is told
 */
record Question(String name, String document, String answer) {
    /** The questions of the README that a request or two of each service answer, and the least that can be asked. */
    static final List<Question> ALL = List.of(
            new Question("(the least: { __typename })", "{ __typename }", "\"Query\""),
            new Question("ASEAN 2019-22 and fold", """
                    { bloc(code: "ASEAN") { trade(from: 2019, to: 2022) {
                        points { period { year } total { amount currency } quality }
                        change(from: 2000, to: 2022) { fold cagr } } } }
                    """, "\"fold\":24.68"),
            new Question("China-Laos Railway, trade around it", """
                    { corridor(id: "clr") { name(language: ZH) status openedOn lengthKm { km } partners { code name }
                        borderCrossings { name partner { code } }
                        tradeAroundOpening(years: 3) { before { period { year } total { amount } }
                          after { period { year } total { amount } gap { reason } } } } }
                    """, "3561939590"),
            new Question("ranking 2024 against 2017", """
                    { tradeRanking(year: 2024, compareWith: 2017, among: ["ASEAN", "USA", "EU", "JPN"]) {
                        code earlierShare share shareChange } }
                    """, "\"shareChange\":3.34"),
            new Question("Vietnam: trade, rank, links, crossings", """
                    { partner(code: "VNM") { name
                        trade(from: 2024, to: 2024) { points {
                          total { amount currency estimated } balance { amount } growth shareOfChina rank } }
                        corridors(kinds: [ENERGY, DIGITAL]) { id name kind status } borderCrossings { name unlocode } } }
                    """, "\"rank\":6"),
            new Question("Kunming-Singapore", """
                    { routes(from: "kunming", to: "singapore", modes: [RAIL]) { routes { knownLengthKm } reachFrom { id }
                        missing { name status statusNote corridor { id } } gapKm } }
                    """, "\"johor-bahru\""),
            new Question("RCEP members with corridors", """
                    { bloc(code: "RCEP") { members { partner { code name
                        trade(from: 2019, to: 2020) { points { period { year } total { amount } balance { amount } growth } }
                        corridors { id kind } borderCrossings { id name } } } } }
                    """, "\"VNM\""));

    byte[] request() {
        return HttpRequests.post(Json.request(document));
    }
}
