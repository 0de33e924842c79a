package io.lancang.standalone;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A steward gives single facts through the gateway, on data of their own, since such facts stay. */
class StewardIT {
    private static final KeyPair KEY = LocalSteward.newKey();
    private static final String HALT = """
            mutation { addLocation(location: {id: "na-teuy-halt", name: "Na Teuy halt", nameZh: "纳堆小站", partner: "LAO",
              kind: RAIL_FREIGHT_STATION, latitude: 21.0, longitude: 101.85, precision: HUNDREDTH_OF_DEGREE, source: "S_W_BVR"}) {
              id name(language: ZH) partner { name } coordinates { latitude precision } sources { id } } }
            """;

    private static final String TOTAL_OF_BLOC = "data.bloc.trade.points[0].total.amount";

    private static LancangSet set = notStarted();

    @SuppressWarnings("NullAway") // before all tests
    private static LancangSet notStarted() {
        return null;
    }

    @BeforeAll
    static void start() throws Exception {
        Path home = RunningSet.home();
        Path data = home.resolve("standalone/target/steward-data");
        PreparedData.anewInto(data);
        String publicKey = Base64.getEncoder().encodeToString(KEY.getPublic().getEncoded());
        set = LancangSet.start(
                new Options(0, data, Options.Start.KEEP),
                home,
                new Progress(System.out, InstantSource.system()),
                new LocalSteward(publicKey, steward()),
                QuickLaunch.CHOICE);
    }

    @AfterAll
    static void stop() {
        set.close();
    }

    /** One story: each step stands on the one before. */
    @Test
    void keepsWhatAStewardRecordsWithWhoWhenAndWhy() {
        addsALocationThatIsThereForEverybodyAtOnce();
        addsASegmentThatRoutesUse();
        changesAStatusWhoseHistoryEverybodySeesAndWhichThePastDoesNotHave();
        recordsAFigureAndRevisesTheOneOfTheSamePeriod();
        showsToStewardsWhoGaveWhatWhenFromWhichSource();
        addsAndRemovesATransferOfIndustryAndTakesThatBack();
    }

    private static void addsALocationThatIsThereForEverybodyAtOnce() {
        ask(steward(), HALT)
                .body("errors", nullValue())
                .body("data.addLocation.name", is("纳堆小站"))
                .body("data.addLocation.partner.name", is("Lao People's Democratic Republic"))
                .body("data.addLocation.coordinates.precision", is("HUNDREDTH_OF_DEGREE"))
                .body("data.addLocation.sources.id", is(List.of("S_W_BVR")));
        ask("""
                { locations(near: {latitude: 21.0, longitude: 101.85}, first: 1) { nodes { id } edges { distanceKm } }
                  named: locations(filter: {text: "纳堆小站"}) { nodes { id } } }""")
                .body("data.locations.nodes.id", is(List.of("na-teuy-halt")))
                .body("data.named.nodes.id", is(List.of("na-teuy-halt")));
    }

    private static void addsASegmentThatRoutesUse() {
        ask(steward(), """
                mutation { addSegment(segment: {id: "na-teuy-branch", corridor: "clr", from: "nateuy", to: "na-teuy-halt",
                  mode: RAIL, name: "Nateuy–Na Teuy halt", status: PLANNED, lengthKm: 30, spec: "1435 mm electrified",
                  source: "S_W_BVR"}) { id gaugesMm electrified greatCircleComputed corridor { id partners { name } } } }
                """)
                .body("errors", nullValue())
                .body("data.addSegment.gaugesMm", is(List.of(1435)))
                .body("data.addSegment.electrified", is(true))
                .body("data.addSegment.greatCircleComputed", is(true))
                .body("data.addSegment.corridor.partners.name", hasItem("Lao People's Democratic Republic"));
        ask("{ routes(from: \"kunming\", to: \"na-teuy-halt\", modes: [RAIL]) { routes { complete: knownLengthKm }"
                        + " missing { id status } } }")
                .body("data.routes.routes", is(List.of()))
                .body("data.routes.missing.id", is(List.of("na-teuy-branch")));
    }

    private static void changesAStatusWhoseHistoryEverybodySeesAndWhichThePastDoesNotHave() {
        String before = Instant.now().toString();
        ask(steward(), """
                mutation { changeStatus(kind: SEGMENT, id: "na-teuy-branch", status: OPERATIONAL, date: "2026-05-01",
                  source: "S_W_BVR", note: "first train") { from to date note source { id title } } }""")
                .body("errors", nullValue())
                .body("data.changeStatus.from", is("PLANNED"))
                .body("data.changeStatus.source.title", notNullValue());
        ask(steward(), """
                mutation { changeStatus(kind: CORRIDOR, id: "ecrl", status: PARTLY_OPERATIONAL, date: "2026-11-01",
                  source: "S_ECRL") { to } }""").body("errors", nullValue());

        ask("""
                query ($before: DateTime) {
                  corridor(id: "clr") { segments { id status opened { text } statusHistory { date from to note source { id } } } }
                  ecrl: corridor(id: "ecrl") { status openedOn statusHistory { from to } }
                  then: corridor(id: "ecrl", asOf: $before) { status openedOn statusHistory { to } }
                  routes(from: "kunming", to: "na-teuy-halt", modes: [RAIL]) { routes { legs { segment { id } } } }
                  lastYear: routes(from: "kunming", to: "na-teuy-halt", modes: [RAIL], asOfDate: "2025-12-31") {
                    routes { knownLengthKm } missing { id status } } }""", Map.of("before", before))
                .body("errors", nullValue())
                .body("data.corridor.segments.find { it.id == 'na-teuy-branch' }.status", is("OPERATIONAL"))
                .body("data.corridor.segments.find { it.id == 'na-teuy-branch' }.opened.text", is("2026-05-01"))
                .body(
                        "data.corridor.segments.find { it.id == 'na-teuy-branch' }.statusHistory.note",
                        is(List.of("first train")))
                .body("data.ecrl.status", is("PARTLY_OPERATIONAL"))
                .body("data.ecrl.openedOn", is("2026-11-01"))
                .body("data.ecrl.statusHistory.from", is(List.of("UNDER_CONSTRUCTION")))
                .body("data.then.status", is("UNDER_CONSTRUCTION"))
                .body("data.then.openedOn", nullValue())
                .body("data.then.statusHistory", is(List.of()))
                .body("data.routes.routes[0].legs[-1].segment.id", is("na-teuy-branch"))
                .body("data.lastYear.routes", is(List.of()))
                .body("data.lastYear.missing.id", is(List.of("na-teuy-branch")));
    }

    private static void recordsAFigureAndRevisesTheOneOfTheSamePeriod() {
        for (String value : List.of("19700000", "19800000")) {
            ask(steward(), """
                    mutation { recordThroughput(throughput: {corridor: "clr", metric: FREIGHT_TOTAL, periodStart: "2024-01-01",
                      periodEnd: "2024-12-31", value: %s, unit: "t", basis: PERIOD, source: "S_CLR_2501"}) { value sources { id } } }
                    """.formatted(value))
                    .body("errors", nullValue())
                    .body("data.recordThroughput.value.toString()", is(value));
        }
        ask("{ corridor(id: \"clr\") { throughput(metric: FREIGHT_TOTAL) { periodStart periodEnd value } } }")
                .body(
                        "data.corridor.throughput.findAll { it.periodStart == '2024-01-01' && it.periodEnd == '2024-12-31' }"
                                + ".value",
                        is(List.of(19800000)));
    }

    private static void showsToStewardsWhoGaveWhatWhenFromWhichSource() {
        String audit = "{ edits(first: 10) { totalCount nodes { editor action subject at source { id } content } } }";
        ask(steward(), audit)
                .body("errors", nullValue())
                .body("data.edits.totalCount", is(6))
                .body("data.edits.nodes.editor", everyItem(is("mei")))
                .body(
                        "data.edits.nodes.action",
                        contains(
                                "recordThroughput",
                                "recordThroughput",
                                "changeStatus",
                                "changeStatus",
                                "addSegment",
                                "addLocation"))
                .body("data.edits.nodes.at", everyItem(notNullValue()))
                .body("data.edits.nodes.source.id", hasItem("S_ECRL"))
                .body("data.edits.nodes[-1].content", containsString("纳堆小站"));
        ask(reader(), audit).body("errors[0].extensions.code", is("FORBIDDEN"));
        ask(audit).body("errors[0].extensions.code", is("UNAUTHENTICATED"));
    }

    /** Through the gateway: added, seen by everybody, removed, and there again when the removal is undone. */
    private static void addsAndRemovesATransferOfIndustryAndTakesThatBack() {
        String transfers =
                "{ zones { id industrialTransfers { id value unit sources { id } } } edits(subject: \"ruili-park\") { nodes { action release } } }";
        String works =
                "data.zones.find { it.id == 'ruili-park' }.industrialTransfers.find { it.id.startsWith('ruili-park:Test works') }";
        ask(
                        steward(),
                        "mutation { addIndustrialTransfer(transfer: {zone: \"ruili-park\", subject: \"Test works\", sector: \"textiles\","
                                + " fact: \"moved in\", year: 2024, value: 5, unit: \"projects\", source: \"S_W_BVR\"}) { subject editor } }")
                .body("errors", nullValue())
                .body("data.addIndustrialTransfer.subject", is("ruili-park"))
                .body("data.addIndustrialTransfer.editor", is("mei"));
        ask(steward(), transfers)
                .body("errors", nullValue())
                .body(works + ".value", is(5))
                .body(works + ".sources.id", is(List.of("S_W_BVR")));

        ask(
                        steward(),
                        "mutation { removeIndustrialTransfer(id: \"ruili-park:Test works:moved in\", source: \"S_W_BVR\") { before } }")
                .body("errors", nullValue())
                .body("data.removeIndustrialTransfer.before", containsString("\"value\":\"5\""));
        String removal = ask(steward(), transfers)
                .body(works, nullValue())
                .body("data.edits.nodes.action", is(List.of("removeIndustrialTransfer", "addIndustrialTransfer")))
                .extract()
                .path("data.edits.nodes[0].release");
        ask(steward(), "mutation { undoNetworkEdit(release: \"" + removal + "\") { undoes } }")
                .body("errors", nullValue())
                .body("data.undoNetworkEdit.undoes", is(removal));
        ask(steward(), transfers).body(works + ".unit", is("projects"));
    }

    /**
     * China's exports to Laos of 2021, which no packaged dataset has: 1 of 10 billion US dollars, made up. Its imports of that year
     * ship: 2,663,941,338.
     */
    @Test
    void bringsExportsThatCountOnceTheirDatasetHasAPrecedence() {
        String laos =
                "{ partner(code: \"LAO\") { trade(from: 2021, to: 2021) { points { exports { amount } total { amount quality }"
                        + " gap { reason } } } } }";
        String point = "data.partner.trade.points[0].";
        ask(laos).body(point + "exports", nullValue()).body(point + "gap.reason", is("NOT_COVERED"));
        load("un_comtrade", """
                period,partner,flow,currency,amount,quantity,quantity_unit,net_weight_kg
                2021,LAO,EXPORT,USD,1000000000,4000,u,500000
                2021,WORLD,EXPORT,USD,10000000000,,,
                """);

        ask(
                        steward(),
                        "mutation { setPrecedence(dataset: \"un_comtrade\", precedence: 5, source: \"UN_COMTRADE\") { precedence } }")
                .body("errors", nullValue())
                .body("data.setPrecedence.precedence", is(5));

        ask(laos)
                .body(point + "gap", nullValue())
                .body(point + "total.quality", is("DERIVED"))
                // 1,000,000,000 + 2,663,941,338
                .body(point + "total.amount", is(3663941338L));
        ask("""
                { bloc(code: "ASEAN") { trade(from: 2021, to: 2021) { points { exports { amount } gap { missingPartners { code } } } } }
                  corridor(id: "clr") { tradeServed(from: 2021, to: 2021) { points { total { amount } gap { reason } } } } }""")
                .body("errors", nullValue())
                // Of ten members Laos alone has a figure.
                .body("data.bloc.trade.points[0].exports.amount", is(1000000000))
                .body("data.bloc.trade.points[0].gap.missingPartners.code", hasItem("VNM"))
                .body("data.corridor.tradeServed.points[0].total.amount", is(3663941338L))
                .body("data.corridor.tradeServed.points[0].gap", nullValue());
        ask("{ tradeRanking(year: 2021, flow: EXPORTS, top: 3) { code share } }")
                .body("data.tradeRanking.code", is(List.of("LAO")))
                .body("data.tradeRanking[0].share", is(10.0f));
        ask("""
                { tradeFlows(filter: {datasets: ["un_comtrade"], partners: ["LAO", "WORLD"], from: 2021, to: 2021}, orderBy: PARTNER) {
                    nodes { partner { code } quantity { amount unit } netWeight { amount unit } unitValue { amount unit gap { reason } } } } }
                """)
                .body("errors", nullValue())
                .body("data.tradeFlows.nodes.partner.code", is(List.of("LAO", "WORLD")))
                .body("data.tradeFlows.nodes[0].quantity.amount", is(4000))
                .body("data.tradeFlows.nodes[0].quantity.unit", is("u"))
                // 1,000,000,000 for 500,000 kg
                .body("data.tradeFlows.nodes[0].unitValue.amount", is(2000.0f))
                .body("data.tradeFlows.nodes[1].netWeight", nullValue())
                .body("data.tradeFlows.nodes[1].unitValue.gap.reason", is("NOT_REPORTED"));
        ask(steward(), "{ tradeEdits(subject: \"un_comtrade\") { editor action source { id } } }")
                .body("data.tradeEdits.editor", is(List.of("mei")))
                .body("data.tradeEdits.source.id", is(List.of("UN_COMTRADE")));

        undo("un_comtrade", "setPrecedence");
        ask(laos).body(point + "exports", nullValue()).body(point + "gap.reason", is("NOT_COVERED"));
    }

    /**
     * The world's imports of 2010 and Viet Nam's, made up: 15,393,909,267,088, which is 14,000 billion with China's 1,393,909,267,088 taken
     * off, and 84 billion, 0.6 percent of that. China's exports that ship are 23,121,151,531 to Viet Nam of 1,578,444,204,677.
     */
    @Test
    void tellsHowIntenseTradeIsOnceTotalsOfTheWorldAreLoaded() {
        String query =
                "{ partner(code: \"VNM\") { tradeIntensity(year: 2010) { index share worldShare gap { reason detail }"
                        + " datasets { id } } } }";
        String intensity = "data.partner.tradeIntensity.";
        ask(query)
                .body("errors", nullValue())
                .body(intensity + "gap.reason", is("NOT_COVERED"))
                .body(
                        intensity + "gap.detail",
                        containsString("imports of VNM with WORLD; imports of WORLD with WORLD"));

        load("un_comtrade", """
                reporter,period,partner,flow,currency,amount
                WORLD,2010,WORLD,IMPORT,USD,15393909267088
                VNM,2010,WORLD,IMPORT,USD,84000000000
                """);

        ask(query)
                .body(intensity + "gap", nullValue())
                // 23,121,151,531 / 1,578,444,204,677 = 1.46481 percent
                .body(intensity + "share.doubleValue()", closeTo(1.46481, 1e-5))
                .body(intensity + "worldShare.doubleValue()", closeTo(0.6, 1e-6))
                .body(intensity + "index.doubleValue()", closeTo(2.44134, 1e-5))
                .body(intensity + "datasets.id", containsInAnyOrder("trade_annual", "un_comtrade"));
    }

    @Test
    void correctsANameThatNoFileTakesBackUnseenAndThePastKeeps() {
        String before = Instant.now().toString();
        ask(
                        steward(),
                        "mutation { correctPartner(correction: {code: \"KHM\", nameEn: \"Kampuchea\", region: \"Southern Asia\","
                                + " source: \"UN_COMTRADE\"}) { name region } }")
                .body("errors", nullValue())
                .body("data.correctPartner.name", is("Kampuchea"))
                .body("data.correctPartner.region", is("Southern Asia"));

        ask(
                        "query ($before: DateTime) { now: partner(code: \"KHM\") { name region }"
                                + " then: partner(code: \"KHM\", asOf: $before) { name region }"
                                + " partners(filter: {region: \"Southern Asia\"}) { nodes { code } } }",
                        Map.of("before", before))
                .body("data.now.region", is("Southern Asia"))
                .body("data.then.region", is("South-eastern Asia"))
                .body("data.partners.nodes.code", hasItem("KHM"))
                .body("data.now.name", is("Kampuchea"))
                .body("data.then.name", is("Cambodia"));
        send("partners", """
                code,iso2,iso_numeric,name_en,name_zh,region,kind,succeeded_by,source
                KHM,KH,116,Cambodia,柬埔寨,South-eastern Asia,country,,ISO
                """)
                .statusCode(409)
                .body("error.code", is("CONFLICT"))
                .body("error.message", containsString("(correctPartner KHM): name_en Kampuchea to Cambodia"));

        undo("KHM", "correctPartner");
        ask("{ partner(code: \"KHM\") { name region } }")
                .body("data.partner.name", is("Cambodia"))
                .body("data.partner.region", is("South-eastern Asia"));
    }

    /**
     * As if Papua New Guinea had been a member of ASEAN in 2019 and 2020: China's trade with it in 2019, which ships, is then a part of
     * ASEAN's.
     */
    @Test
    void addsAndEndsMembershipsThatBlocsCountAndTakesThemBack() {
        String asean =
                "{ bloc(code: \"ASEAN\") { members { partner { code } to } trade(from: 2019, to: 2019) { points { total { amount } } } }"
                        + " partner(code: \"PNG\") { trade(from: 2019, to: 2019) { points { total { amount } } } } }";
        JsonPath before = ask(asean).extract().jsonPath();

        ask(
                        steward(),
                        "mutation { addMembership(membership: {bloc: \"ASEAN\", partner: \"PNG\", from: \"2019-01-01\", role: \"member\","
                                + " source: \"UN_COMTRADE\"}) { from partner { name } sources { id } } }")
                .body("errors", nullValue())
                .body("data.addMembership.sources.id", is(List.of("UN_COMTRADE")));

        JsonPath with = ask(asean)
                .body("data.bloc.members.partner.code", hasItem("PNG"))
                .extract()
                .jsonPath();
        assertEquals(
                before.getLong(TOTAL_OF_BLOC) + before.getLong("data.partner.trade.points[0].total.amount"),
                with.getLong(TOTAL_OF_BLOC));

        ask(
                        steward(),
                        "mutation { endMembership(bloc: \"ASEAN\", partner: \"PNG\", to: \"2020-12-31\", source: \"UN_COMTRADE\") { to } }")
                .body("data.endMembership.to", is("2020-12-31"));
        ask(asean).body("data.bloc.members.partner.code", not(hasItem("PNG")));

        undo("ASEAN/PNG", "endMembership");
        undo("ASEAN/PNG", "addMembership");
        assertEquals(
                before.getLong(TOTAL_OF_BLOC), ask(asean).extract().jsonPath().getLong(TOTAL_OF_BLOC));
    }

    @Test
    void registersASourceAndSaysWhatADatasetIs() {
        ask(steward(), """
                mutation { registerSource(source: {id: "MY_BOOKS", title: "My books", licence: "CC0"}) { id title }
                  describeDataset(description: {dataset: "deflators", title: "Price levels", definition: "Consumer prices", source: "MY_BOOKS"}) {
                    title definition } }""")
                .body("errors", nullValue())
                .body("data.registerSource.title", is("My books"))
                .body("data.describeDataset.title", is("Price levels"));

        ask("{ source(id: \"MY_BOOKS\") { licence } datasets { id title } }")
                .body("data.source.licence", is("CC0"))
                .body("data.datasets.find { it.id == 'deflators' }.title", is("Price levels"));
        undo("deflators", "describeDataset");
        ask("{ datasets { id title } }")
                .body("data.datasets.find { it.id == 'deflators' }.title", is("Deflators, as loaded"));

        ask(steward(), "mutation { registerSource(source: {id: \"UNCITED\", title: \"Cited by nothing\"}) { id } }")
                .body("errors", nullValue());
        undo("UNCITED", "registerSource");
        ask("{ source(id: \"UNCITED\") { id } }").body("errors[0].extensions.code", is("NOT_FOUND"));
    }

    @Test
    void addsAndDescribesADatasetOverHttpWithEntriesInTheAuditAndTakesThemBack() {
        putDiary("Notes");

        ask("{ datasets { id title sources { id date } } }")
                .body("data.datasets.find { it.id == 'my_diary' }.title", is("Notes"))
                .body("data.datasets.find { it.id == 'my_diary' }.sources.date", is(List.of("1990s")));
        ask(steward(), "{ tradeEdits(subject: \"my_diary\") { editor action before source { id } } }")
                .body("data.tradeEdits.editor", is(List.of("mei")))
                .body("data.tradeEdits.action", is(List.of("addDataset")))
                .body("data.tradeEdits.before", is(List.of("{}")))
                .body("data.tradeEdits.source.id", is(List.of("MY_DIARY")));

        putDiary("Notes of every day");
        ask("{ datasets { id title } }")
                .body("data.datasets.find { it.id == 'my_diary' }.title", is("Notes of every day"));
        ask(steward(), "{ tradeEdits(subject: \"my_diary\") { action } }")
                .body("data.tradeEdits.action", is(List.of("describeDataset", "addDataset")));
        undo("my_diary", "describeDataset");
        ask("{ datasets { id title } }").body("data.datasets.find { it.id == 'my_diary' }.title", is("Notes"));

        undo("my_diary", "addDataset");
        ask("{ datasets { id } }").body("data.datasets.id", not(hasItem("my_diary")));
    }

    private static void putDiary(String title) {
        given().header("authorization", "Bearer " + steward())
                .contentType("application/json")
                .body(Map.of(
                        "title",
                        title,
                        "definition",
                        "What I note",
                        "source",
                        Map.of("id", "MY_DIARY", "title", "My diary", "date", "1990s")))
                .put(URI.create(set.serviceUrl("trade")).resolve("/datasets/my_diary"))
                .then()
                .statusCode(204);
    }

    /** Made up: exports of 1 to Laos in 2011 by a kind of goods, which a withdrawal takes back. */
    @Test
    void withdrawsTheReleaseOfAFileWithItsReason() {
        String release = send("un_comtrade", """
                period,partner,flow,currency,amount,classification,product
                2011,LAO,EXPORT,USD,1,HS2012,85
                """)
                .statusCode(201)
                .extract()
                .path("release")
                .toString();
        String figures =
                "{ tradeFlows(filter: {datasets: [\"un_comtrade\"], from: 2011, to: 2011, classification: HS2012, level: 2}) { totalCount } }";
        ask(figures).body("data.tradeFlows.totalCount", is(1));

        ask(
                        steward(),
                        "mutation { withdrawRelease(release: \"" + release
                                + "\", reason: \"a test\") { action subject content editor } }")
                .body("errors", nullValue())
                .body("data.withdrawRelease.action", is("withdrawRelease"))
                .body("data.withdrawRelease.subject", is(release))
                .body("data.withdrawRelease.content", containsString("a test"));

        ask(figures).body("data.tradeFlows.totalCount", is(0));
        undo(release, "withdrawRelease");
        ask(figures).body("data.tradeFlows.totalCount", is(1));
    }

    private static void undo(String subject, String action) {
        String release = ask(steward(), "{ tradeEdits(subject: \"" + subject + "\") { release action } }")
                .extract()
                .path("data.tradeEdits.find { it.action == '" + action + "' }.release");
        ask(steward(), "mutation { undoEdit(release: \"" + release + "\") { undoes action } }")
                .body("errors", nullValue())
                .body("data.undoEdit.undoes", is(release));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            changeStatus(kind: SEGMENT, id: "clr-99", status: LIMITED, date: "2024-01-01", source: "S_W_BVR") { to }     | NOT_FOUND      | clr-99
            changeStatus(kind: CORRIDOR, id: "clr", status: LIMITED, date: "2999-01-01", source: "S_W_BVR") { to }       | BAD_USER_INPUT | 2999-01-01
            changeStatus(kind: CORRIDOR, id: "clr", status: LIMITED, date: "2024-01-01", source: "S_NONE") { to }        | NOT_FOUND      | S_NONE
            addLocation(location: {id: "boten", name: "H", nameZh: "站", partner: "LAO", kind: TOWN, source: "S_W_BVR"}) { id } | BAD_USER_INPUT | boten
            addLocation(location: {id: "far", name: "H", nameZh: "站", partner: "LAO", kind: TOWN, latitude: 48.1, longitude: 11.5, precision: PLACE, source: "S_W_BVR"}) { id } | BAD_USER_INPUT | 2000 km from LAO
            addSegment(segment: {id: "new-one", corridor: "kbe", from: "mohan", to: "botan", mode: ROAD, name: "N", status: PLANNED, source: "S_W_KBE"}) { id } | NOT_FOUND | botan
            addSegment(segment: {id: "new-one", corridor: "kbe", from: "mohan", to: "boten", mode: ROAD, name: "N", status: OPERATIONAL, lengthKm: -4, source: "S_W_KBE"}) { id } | BAD_USER_INPUT | lengthKm
            recordThroughput(throughput: {corridor: "clr", location: "mohan", metric: CARGO, value: 1, unit: "t", basis: TYPICAL, source: "S_W_KBE"}) { value } | BAD_USER_INPUT | exactly one
            recordThroughput(throughput: {corridor: "clr", metric: CARGO, value: -1, unit: "t", basis: TYPICAL, source: "S_W_KBE"}) { value } | BAD_USER_INPUT | value
            """)
    void refusesWhatBreaksARuleAndSaysWhich(String mutation, String code, String named) {
        ask(steward(), "mutation { " + mutation + " }")
                .body("data", nullValue())
                .body("errors[0].extensions.code", is(code))
                .body("errors[0].message", containsString(named))
                .body("errors[0].extensions.hint", notNullValue());
    }

    @Test
    void refusesWhoeverIsNoSteward() {
        int before = edits();
        ask(reader(), HALT)
                .body("data", nullValue())
                .body("errors[0].extensions.code", is("FORBIDDEN"))
                .body("errors[0].message", containsString("'reader' does not have the role 'steward'"));
        ask(HALT).body("errors[0].extensions.code", is("UNAUTHENTICATED"));
        assertEquals(before, edits());
    }

    private static int edits() {
        return ask(steward(), "{ edits { totalCount } }").extract().path("data.edits.totalCount");
    }

    /** Who reads with a token that is no good reads nothing, and hears that it is the token. */
    @Test
    void saysOfATokenThatIsNoGoodThatItIsTheToken() {
        String expired = LocalSteward.token(KEY.getPrivate(), "mei", "steward", Instant.parse("2020-01-01T00:00:00Z"));
        String ofAnotherKey = LocalSteward.token(LocalSteward.newKey().getPrivate(), "mei", "steward", Instant.now());
        for (String token : List.of("nonsense", expired, ofAnotherKey)) {
            ask(token, "{ corridor(id: \"clr\") { name } partner(code: \"LAO\") { name } }")
                    .body("data.corridor", nullValue())
                    .body("errors.extensions.code", everyItem(is("UNAUTHENTICATED")))
                    .body("errors.extensions.service", containsInAnyOrder("corridor", "trade"))
                    .body("errors.message", everyItem(containsString("bearer token")))
                    .body("errors.message", everyItem(not(containsString("127.0.0.1"))));
        }
    }

    private static void load(String dataset, String csv) {
        send(dataset, csv).statusCode(201);
    }

    private static ValidatableResponse send(String dataset, String csv) {
        return given().header("authorization", "Bearer " + steward())
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post(URI.create(set.serviceUrl("trade")).resolve("/releases?fileName=a.csv&dataset=" + dataset))
                .then();
    }

    private static String steward() {
        return LocalSteward.token(KEY.getPrivate(), "mei", "steward", Instant.now());
    }

    private static String reader() {
        return LocalSteward.token(KEY.getPrivate(), "reader", "viewer", Instant.now());
    }

    private static ValidatableResponse ask(String query) {
        return ask(query, Map.of());
    }

    private static ValidatableResponse ask(String query, Map<String, ?> variables) {
        return answer(Map.of(), query, variables);
    }

    private static ValidatableResponse ask(String token, String query) {
        return answer(Map.of("authorization", "Bearer " + token), query, Map.of());
    }

    private static ValidatableResponse answer(Map<String, String> headers, String query, Map<String, ?> variables) {
        return given().headers(headers)
                .contentType("application/json")
                .body(Map.of("query", query, "variables", variables))
                .post(set.gatewayUrl())
                .then()
                .statusCode(200);
    }
}
