package io.lancang.standalone;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files that a steward loads, and what the gateway then answers: which figures they replace, what of them is doubted, of which reporters. */
class LoadedFiguresIT {
    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    private static final String HEADER = "reporter,period,partner,flow,currency,amount,classification,product\n";
    private static final String LOADED = """
            { tradeFlows(filter: {datasets: ["un_comtrade"], from: 2021, to: 2021%s}, orderBy: PARTNER) { nodes { partnerCode
                flow reporterCode product { code } value { amount } } } }""";

    private final Steward steward = new Steward(SET);

    @AfterEach
    void theOtherTestsFindWhatShips() throws IOException {
        steward.withdrawAll();
    }

    private void load(String file) throws IOException {
        steward.load("trade", "un_comtrade", "loaded.csv", file);
    }

    /** Made up: 10 to Laos, then 20 to Viet Nam and 5 from Laos, then 11 to Laos. */
    @Test
    void aSecondFileOfTheSameYearReplacesWhatItIsAboutAndAddsTheRest() throws IOException {
        load(HEADER + "CHN,2021,LAO,EXPORT,USD,10,,\n");
        load(HEADER + "CHN,2021,VNM,EXPORT,USD,20,,\nCHN,2021,LAO,IMPORT,USD,5,,\n");
        SET.ask(LOADED.formatted(""))
                .body("errors", nullValue())
                .body("data.tradeFlows.nodes.partnerCode", is(List.of("LAO", "LAO", "VNM")))
                .body("data.tradeFlows.nodes.value.amount.sum()", is(35));

        load(HEADER + "CHN,2021,LAO,EXPORT,USD,11,,\n");
        SET.ask(LOADED.formatted(", partners: [\"LAO\"], flows: [EXPORTS]"))
                .body("data.tradeFlows.nodes.value.amount", is(List.of(11)));
    }

    /** Made up, as above, of 2021 and 5 to Laos in 2020: whole periods first, then all. */
    @Test
    void aFileStandsForWholePeriodsOrForTheDatasetIfItsSenderSaysSo() throws IOException {
        String all = LOADED.replace("from: 2021", "from: 2020").formatted("");
        load(HEADER + "CHN,2021,LAO,EXPORT,USD,10,,\nCHN,2021,VNM,EXPORT,USD,20,,\nCHN,2020,LAO,EXPORT,USD,5,,\n");

        steward.loadWith(
                "trade", "un_comtrade", HEADER + "CHN,2021,LAO,EXPORT,USD,11,,\n", Map.of("replace", "SLICES"));
        SET.ask(all)
                .body("data.tradeFlows.nodes.partnerCode", is(List.of("LAO", "LAO")))
                .body("data.tradeFlows.nodes.value.amount.sum()", is(16));

        steward.loadWith(
                "trade", "un_comtrade", HEADER + "CHN,2021,THA,EXPORT,USD,3,,\n", Map.of("replace", "DATASET"));
        SET.ask(all)
                .body("data.tradeFlows.nodes.partnerCode", is(List.of("THA")))
                .body("data.tradeFlows.nodes.value.amount", is(List.of(3)));
    }

    @Test
    void aFileThatClosesFarMoreThanItAddsHasToBeConfirmed() throws IOException {
        load(HEADER
                + IntStream.rangeClosed(1, 30)
                        .mapToObj("CHN,2021,LAO,EXPORT,USD,10,HS2022,%02d\n"::formatted)
                        .collect(Collectors.joining()));

        steward.offer("trade", "un_comtrade", HEADER + "CHN,2021,LAO,EXPORT,USD,9,HS2022,85\n", "")
                .statusCode(409)
                .body("error.code", is("CONFLICT"))
                .body("error.message", containsString("closes 30 rows and adds 1"));

        SET.ask(LOADED.formatted(", classification: HS2022, level: 2")).body("data.tradeFlows.nodes", hasSize(30));
    }

    /** What is closed is what is replaced: thirty chapters by one. */
    @Test
    void aFileThatClosesFarMoreThanItAddsIsLoadedOnceItIsConfirmed() throws IOException {
        load(HEADER
                + IntStream.rangeClosed(1, 30)
                        .mapToObj("CHN,2021,LAO,EXPORT,USD,10,HS2022,%02d\n"::formatted)
                        .collect(Collectors.joining()));

        steward.loadWith(
                "trade", "un_comtrade", HEADER + "CHN,2021,LAO,EXPORT,USD,9,HS2022,85\n", Map.of("confirm", "true"));

        SET.ask(LOADED.formatted(", classification: HS2022, level: 2"))
                .body("data.tradeFlows.nodes.product.code", is(List.of("85")))
                .body("data.tradeFlows.nodes.value.amount", is(List.of(9)));
    }

    /** China's exports to Laos of 2018 and 2020, which ship, are 1,464,859,470 and 1,497,753,150; it has no figures of Heard Island. */
    @Test
    void amountsOfAnotherSizeAndPartnersThatNobodyKnowsAreDoubted() throws IOException {
        steward.offer(
                        "trade",
                        "un_comtrade",
                        HEADER + "CHN,2019,LAO,EXPORT,USD,1300000,,\nCHN,2019,HMD,EXPORT,USD,1,,\n",
                        "&dryRun=true")
                .statusCode(200)
                .body("doubts.find { it.line == 2 }.reason", startsWith("1300000 is a thousandth of "))
                .body("doubts.find { it.line == 3 }.reason", containsString("HMD is no partner"));
    }

    @Test
    void whatIsOddIsDoubtedAndWhatIsWrongIsNamedInOneRoundInTheWordsOfTheFile() throws IOException {
        steward.offer(
                        "trade",
                        "un_comtrade",
                        HEADER + "CHN,2099,LAO,EXPORT,USD,1,,\nLAO,2021,LAO,EXPORT,USD,1,,\n",
                        "&dryRun=true")
                .statusCode(200)
                .body("doubts.line", hasItems(2, 3))
                .body("doubts.column", hasItems("period", "partner"));
        steward.offer(
                        "trade",
                        "un_comtrade",
                        HEADER
                                + "CHN,2021,LAO,EXPORT,USD,1,,\nCHN,2021,XXX,EXPORT,USD,1,,\nCHN,2021,LAO,EXPORT,USD,2,,\n",
                        "&dryRun=true")
                .statusCode(422)
                .body("rejections.line", is(List.of(3, 4)))
                .body("rejections.find { it.line == 3 }.column", is("partner"))
                .body("rejections.find { it.line == 4 }.reason", endsWith("was given in line 2 already"));
    }

    /**
     * What Yunnan trades, made up: 300 and 100 with Laos, 100 and 500 with Viet Nam, 1,000 and 1,000 with all.
     */
    @Test
    void aProvinceIsAReporterLikeAnyOther() throws IOException {
        load(HEADER + """
                CN-YN,2021,LAO,EXPORT,USD,300,,
                CN-YN,2021,LAO,IMPORT,USD,100,,
                CN-YN,2021,VNM,EXPORT,USD,100,,
                CN-YN,2021,VNM,IMPORT,USD,500,,
                CN-YN,2021,WORLD,EXPORT,USD,1000,,
                CN-YN,2021,WORLD,IMPORT,USD,1000,,
                """);

        SET.ask("""
                { partner(code: "LAO") { trade(reporter: "CN-YN") { reporter { code } points { total { amount } share rank } } }
                  asean: bloc(code: "ASEAN") { trade(reporter: "CN-YN", from: 2021, to: 2021) { points { share } } }
                  world: partner(code: "WORLD") { trade(reporter: "CN-YN") { concentration(year: 2021, by: PARTNER) } }
                  tradeRanking(year: 2021, reporter: "CN-YN") { code position share } }""")
                .body("errors", nullValue())
                .body("data.partner.trade.reporter.code", is("CN-YN"))
                .body("data.partner.trade.points[0].total.amount", is(400))
                // 400 of 2,000, after Viet Nam's 600
                .body("data.partner.trade.points[0].share", is(20.0f))
                .body("data.partner.trade.points[0].rank", is(2))
                .body("data.asean.trade.points[0].share", is(50.0f))
                // 0.4² + 0.6²
                .body("data.world.trade.concentration.doubleValue()", closeTo(0.52, 1e-6))
                .body("data.tradeRanking.code", is(List.of("VNM", "LAO")));
    }

    /**
     * Made up, of Yunnan and the road to Bangkok, which opened in 2008: 10 and 10 with Laos in 2007, 20 and 20 in 2009; 30 and 30 with Thailand
     * in 2009 alone. China, which the road links as well, has none that Yunnan reports.
     */
    @Test
    void yearsAroundAnOpeningAreOfTheSamePartnersUnlessThoseOfEachYearAreAskedFor() throws IOException {
        load(HEADER + """
                CN-YN,2007,LAO,EXPORT,USD,10,,
                CN-YN,2007,LAO,IMPORT,USD,10,,
                CN-YN,2009,LAO,EXPORT,USD,20,,
                CN-YN,2009,LAO,IMPORT,USD,20,,
                CN-YN,2009,THA,EXPORT,USD,30,,
                CN-YN,2009,THA,IMPORT,USD,30,,
                """);

        String around = """
                tradeAroundOpening(years: 1, reporter: "CN-YN"%s) { averageBefore { amount } averageAfter { amount } percent
                  basis { composition uncompared { code } } gap { reason } }
                """;
        SET.ask("{ corridor(id: \"kbe\") { alike: " + around.formatted("") + " own: "
                        + around.formatted(", composition: AS_OF_YEAR") + "} }")
                .body("errors", nullValue())
                .body("data.corridor.alike.averageBefore.amount", is(20))
                .body("data.corridor.alike.averageAfter.amount", is(40))
                .body("data.corridor.alike.percent.doubleValue()", closeTo(100, 1e-9))
                .body("data.corridor.alike.basis.composition", is("LIKE_FOR_LIKE"))
                .body("data.corridor.alike.basis.uncompared.code", is(List.of("CHN", "THA")))
                .body("data.corridor.alike.gap", nullValue())
                .body("data.corridor.own.averageBefore.amount", is(20))
                .body("data.corridor.own.averageAfter.amount", is(100))
                .body("data.corridor.own.percent.doubleValue()", closeTo(400, 1e-9))
                .body("data.corridor.own.basis.composition", is("AS_OF_YEAR"));
    }

    /** The same figures as Viet Nam sees them: 21,457,667,949 - 23,796,604,764. */
    @Test
    void bothSidesAreServedAsAnotherReporterSeesThem() {
        SET.ask("""
                { mirror(partner: "CHN", reporter: "VNM", flow: EXPORTS, from: 2015, to: 2015) { partnerCode reported { amount }
                    partnerReported { amount } difference { amount } } }""")
                .body("errors", nullValue())
                .body("data.mirror[0].partnerCode", is("CHN"))
                .body("data.mirror[0].reported.amount", is(21457667949L))
                .body("data.mirror[0].partnerReported.amount", is(23796604764L))
                .body("data.mirror[0].difference.amount", is(-2338936815L));
    }

    /**
     * Of 2015 Viet Nam tells exports to China of 21,457,667,949 and China imports of 23,796,604,764. Of the ten members of ASEAN together
     * China has 186,396,473,502 and they have 141,826,625,058.
     */
    @Test
    void bothSidesOfTradeAreServedForPartnersAndBlocsAndByThePartnerItself() {
        SET.ask("""
                { own: partner(code: "CHN") { trade(reporter: "VNM", from: 2015, to: 2015) { points { exports { amount } imports { amount }
                    gap { detail } } } }
                  partner(code: "VNM") { mirror(from: 2015, to: 2015) { figures { reported { amount } partnerReported { amount }
                    difference { amount } } } }
                  bloc(code: "ASEAN") { mirror(from: 2015, to: 2015) { figures { reported { amount } partnerReported { amount } } } } }""")
                .body("errors", nullValue())
                .body("data.own.trade.points[0].exports.amount", is(21457667949L))
                .body("data.own.trade.points[0].imports", nullValue())
                .body("data.own.trade.points[0].gap.detail", startsWith("No dataset has Vietnam's imports"))
                .body("data.partner.mirror.figures[0].reported.amount", is(23796604764L))
                .body("data.partner.mirror.figures[0].partnerReported.amount", is(21457667949L))
                // 23,796,604,764 - 21,457,667,949
                .body("data.partner.mirror.figures[0].difference.amount", is(2338936815L))
                .body("data.bloc.mirror.figures[0].reported.amount", is(186396473502L))
                .body("data.bloc.mirror.figures[0].partnerReported.amount", is(141826625058L));
    }

    /** Made up: price levels of 50 in 2019 and 100 in 2020; China's exports to Laos of 2019 are 1,787,923,750. */
    @Test
    void realAmountsAreByTheDeflatorsThatAreLoaded() throws IOException {
        String query = """
                { partner(code: "LAO") { trade(from: 2019, to: 2019) { points { real(prices: 2020) { exports { amount }
                    source { id } gap { reason } } } } } }""";
        SET.ask(query)
                .body("data.partner.trade.points[0].real.exports", nullValue())
                .body("data.partner.trade.points[0].real.gap.reason", notNullValue());

        steward.load(
                "trade",
                "deflators",
                "prices.csv",
                "currency,year,index,source\nUSD,2019,50,UN_COMTRADE\nUSD,2020,100,UN_COMTRADE\n");

        SET.ask(query)
                .body("errors", nullValue())
                // 1,787,923,750 * 100 / 50
                .body("data.partner.trade.points[0].real.exports.amount.longValue()", is(3575847500L))
                .body("data.partner.trade.points[0].real.source.id", is("UN_COMTRADE"));
    }

    @Test
    void productsAreFoundByTitlesInChineseThatAreLoaded() throws IOException {
        String query =
                "{ products(classification: HS2022, level: 4, search: \"充气轮胎\") { nodes { code chineseTitle { text origin } } } }";
        SET.ask(query).body("data.products.nodes", is(List.of()));

        steward.load(
                "trade",
                "product_titles",
                "titles.csv",
                "revision,code,title_zh,origin,source\nHS2022,4011,新的充气橡胶轮胎,published,UN_COMTRADE\n");

        SET.ask(query)
                .body("errors", nullValue())
                .body("data.products.nodes.code", is(List.of("4011")))
                .body("data.products.nodes[0].chineseTitle.origin", is("PUBLISHED"));
        SET.ask(
                        "{ products(classification: HS2022, level: 2, search: \"橡胶\") { nodes { code title chineseTitle { text origin source { id } } } } }")
                .body("data.products.nodes.code", hasItem("40"))
                .body("data.products.nodes.find { it.code == '40' }.chineseTitle.text", is("橡胶及其制品"))
                .body("data.products.nodes.find { it.code == '40' }.chineseTitle.origin", is("TRANSLATED"));
    }
}
