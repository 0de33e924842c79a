package io.lancang.trade.sdmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The structure of the data, and what there is of it. */
@QuarkusTest
class SdmxStructureTest extends SdmxClient {
    private static final String DSD =
            "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=LANCANG:DSD_TRADE(1.0.0)";

    private JsonPath structure(String address) {
        HttpResponse<String> answer = get(address, null);
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(
                "application/vnd.sdmx.structure+json;version=2.0.0",
                answer.headers().firstValue("content-type").orElse(""));
        return JsonPath.from(answer.body());
    }

    @Test
    void isOfADataflow() {
        JsonPath message = structure("structure/dataflow/LANCANG/TRADE_ANNUAL/1.0.0");

        assertEquals(DSD, message.getString("data.dataflows[0].structure"));
        assertEquals(Set.of("dataflows"), message.getMap("data").keySet());
        assertEquals("LANCANG", message.getString("meta.sender.id"));
    }

    /** Every reference of the structure leads to something that the same message has. */
    @Test
    void isWholeWithItsDescendants() {
        JsonPath message = structure("structure/dataflow/LANCANG/TRADE_ANNUAL/~?references=descendants");
        message.setRootPath("data.dataStructures[0].dataStructureComponents");

        assertEquals(
                List.of("FREQ", "REF_AREA", "COUNTERPART_AREA", "INDICATOR", "UNIT_MEASURE"),
                message.getList("dimensionList.dimensions.id"));
        assertEquals(List.of(0, 1, 2, 3, 4), message.getList("dimensionList.dimensions.position"));
        assertEquals("TIME_PERIOD", message.getString("dimensionList.timeDimension.id"));
        assertEquals(List.of("OBS_VALUE"), message.getList("measureList.measures.id"));
        assertEquals(
                List.of("UNIT_MULT", "VALUATION", "OBS_STATUS", "QUALITY", "GAP_REASON", "SOURCE"),
                message.getList("attributeList.attributes.id"));
        Set<String> wanted = new TreeSet<>();
        for (String list : List.of("dimensionList.dimensions", "attributeList.attributes")) {
            message.<Map<String, Map<String, String>>>getList(list).stream()
                    .map(each -> Objects.requireNonNull(each.get("localRepresentation"))
                            .get("enumeration"))
                    .filter(Objects::nonNull)
                    .forEach(wanted::add);
        }
        message.setRootPath("data");
        assertEquals(wanted, new TreeSet<>(message.<String>getList("codelists.links.flatten().urn")));
        assertTrue(message.<String>getList("conceptSchemes[0].concepts.id").contains("COUNTERPART_AREA"));
    }

    /** China has an alpha-2 code, the USSR has none here. */
    @Test
    void namesAreas() {
        JsonPath message = structure("structure/codelist/LANCANG/CL_AREA/1.0.0");

        assertEquals(
                "People's Republic of China", message.getString("data.codelists[0].codes.find { it.id == 'CN' }.name"));
        assertEquals("USSR", message.getString("data.codelists[0].codes.find { it.id == 'SUN' }.name"));
        assertFalse(message.getBoolean("data.codelists[0].isPartial"));
    }

    /** By their numbers, as they came. */
    @Test
    void namesDatasets() {
        JsonPath message = structure("structure/codelist/LANCANG/CL_DATASET/1.0.0");

        assertEquals(
                List.of("trade_annual", "trade_annual_gacc_2023_2024"),
                message.getList("data.codelists[0].codes.id").subList(0, 2));
    }

    @Test
    void isOfSomeItems() {
        JsonPath message = structure("structure/codelist/LANCANG/CL_AREA/1.0.0/LA,VN");

        assertEquals(List.of("LA", "VN"), message.getList("data.codelists[0].codes.id"));
        assertTrue(message.getBoolean("data.codelists[0].isPartial"));
    }

    /** Trade in all goods has two dataflows, and each classification that is loaded has one, with a structure and a list of its own. */
    @Test
    void isListedWithoutDetail() {
        JsonPath message = structure("structure/*?detail=allstubs");
        List<String> ofProducts = List.of("HS1992", "HS2012", "HS2017", "HS2022", "SITC3", "SITC4");

        assertEquals(
                Stream.concat(
                                Stream.of("TRADE_ANNUAL", "TRADE_MONTHLY"),
                                ofProducts.stream().map(each -> "TRADE_" + each))
                        .toList(),
                message.getList("data.dataflows.id"));
        assertEquals(
                Stream.concat(Stream.of("DSD_TRADE"), ofProducts.stream().map(each -> "DSD_TRADE_" + each))
                        .toList(),
                message.getList("data.dataStructures.id"));
        assertTrue(message.getList("data.codelists.id")
                .containsAll(List.of("CL_FREQ", "CL_AREA", "CL_DATASET", "CL_HS1992", "CL_SITC4")));
        assertEquals(
                Set.of("dataflows", "dataStructures", "conceptSchemes", "codelists", "dataConstraints"),
                message.getMap("data").keySet());
        assertNull(message.<Object>get("data.codelists[0].codes"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "datastructure/LANCANG/DSD_TRADE/1.0.0?references=none|dataStructures",
                "datastructure/LANCANG/DSD_TRADE/1.0.0?references=parents|dataStructures dataflows",
                "dataflow/*/*/*?references=children|dataStructures dataflows",
                "codelist/LANCANG/CL_UNIT?references=parents|codelists dataStructures",
                "codelist/LANCANG/CL_UNIT?references=ancestors|codelists dataStructures dataflows dataConstraints",
                "codelist/LANCANG/CL_UNIT?references=conceptscheme|codelists conceptSchemes",
                "conceptscheme/LANCANG/CS_TRADE/+?references=all&detail=allstubs|codelists conceptSchemes dataStructures dataflows dataConstraints",
                "dataflow/LANCANG/TRADE_MONTHLY?references=parents|dataflows dataConstraints",
                "dataconstraint/LANCANG/CR_TRADE_MONTHLY?references=descendants|dataConstraints dataflows dataStructures conceptSchemes codelists"
            })
    void comesWithWhatItIsAskedToReferTo(String address, String lists) {
        JsonPath message = structure("structure/" + address);

        assertEquals(
                new TreeSet<>(List.of(lists.split(" "))),
                new TreeSet<>(message.getMap("data").keySet()));
    }

    /** Of the Harmonized System of 1992 chapters are loaded, which have no sections here; chapter 01 of 2022 is of section I. */
    @Test
    void hasProductsWithWhatTheyAreAPartOf() {
        JsonPath chapters = structure("structure/codelist/LANCANG/CL_HS1992/1.0.0");
        JsonPath subheading = structure("structure/codelist/LANCANG/CL_HS2022/1.0.0/I,01,0101,010121");

        assertEquals(96, chapters.getList("data.codelists[0].codes").size());
        assertEquals("Live animals", chapters.getString("data.codelists[0].codes.find { it.id == '01' }.name"));
        assertEquals(List.of("01", "0101", "010121", "I"), subheading.getList("data.codelists[0].codes.id"));
        assertEquals(Arrays.asList("I", "01", "0101", null), subheading.getList("data.codelists[0].codes.parent"));
    }

    @Test
    void hasTheProductsOfItsClassificationAsADimension() {
        JsonPath message = structure("structure/dataflow/LANCANG/TRADE_SITC3?references=descendants");
        message.setRootPath("data.dataStructures[0].dataStructureComponents");

        assertEquals(
                List.of("FREQ", "REF_AREA", "COUNTERPART_AREA", "PRODUCT", "INDICATOR", "UNIT_MEASURE", "DATASET"),
                message.getList("dimensionList.dimensions.id"));
        assertEquals(
                "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=LANCANG:CL_SITC3(1.0.0)",
                message.getString(
                        "dimensionList.dimensions.find { it.id == 'PRODUCT' }.localRepresentation.enumeration"));
        assertEquals(
                "[observation:[:]]",
                message.getString("attributeList.attributes.find { it.id == 'VALUATION' }.attributeRelationship"));
    }

    /** Years and months are of one structure: which of both a dataflow has is told by a constraint. */
    @Test
    void isConstrainedToTheFrequencyOfADataflow() {
        JsonPath message = structure("structure/dataconstraint/LANCANG/CR_TRADE_MONTHLY");
        message.setRootPath("data.dataConstraints[0]");

        assertEquals("Allowed", message.getString("role"));
        assertEquals(
                List.of("urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=LANCANG:TRADE_MONTHLY(1.0.0)"),
                message.getList("constraintAttachment.dataflows"));
        assertEquals(List.of("FREQ"), message.getList("cubeRegions[0].keyValues.id"));
        assertEquals(List.of("M"), message.getList("cubeRegions[0].keyValues[0].values"));
    }

    /** China's exports of 96 chapters to the world in 2011 to 2020, by BACI. */
    @Test
    void isConstrainedToTheProductsThatThereAre() {
        JsonPath message = structure("availability/dataflow/LANCANG/TRADE_HS1992/1.0.0/A.CN.WORLD");
        message.setRootPath("data.dataConstraints[0]");

        assertEquals("96", message.getString("annotations.find { it.id == 'series_count' }.title"));
        assertEquals("960", message.getString("annotations.find { it.id == 'obs_count' }.title"));
        assertEquals(
                List.of("china_exports_by_hs2_baci"),
                message.getList("cubeRegions[0].keyValues.find { it.id == 'DATASET' }.values"));
    }

    /** Laos in dollars: exports 1981 to 2024, and in yuan those of 2023 and 2024: 44 and 2 observations. */
    @Test
    void isConstrainedToWhatThereIs() {
        JsonPath message = structure("availability/dataflow/LANCANG/TRADE_ANNUAL/1.0.0/A.CN.LA.X");
        message.setRootPath("data.dataConstraints[0]");

        assertEquals("Actual", message.getString("role"));
        assertEquals("2", message.getString("annotations.find { it.id == 'series_count' }.title"));
        assertEquals("46", message.getString("annotations.find { it.id == 'obs_count' }.title"));
        assertEquals(
                List.of("CNY", "USD"),
                message.getList("cubeRegions[0].keyValues.find { it.id == 'UNIT_MEASURE' }.values"));
        assertEquals(
                List.of("1981", "2024"),
                List.of(
                        message.getList("cubeRegions[0].keyValues.find { it.id == 'TIME_PERIOD' }.values")
                                .getFirst(),
                        message.getList("cubeRegions[0].keyValues.find { it.id == 'TIME_PERIOD' }.values")
                                .getLast()));
    }

    @Test
    void isConstrainedInOneDimension() {
        JsonPath message = structure("availability/dataflow/LANCANG/TRADE_ANNUAL/1.0.0/A.CN.LA/INDICATOR");

        assertEquals(List.of("INDICATOR"), message.getList("data.dataConstraints[0].cubeRegions[0].keyValues.id"));
        assertEquals(
                List.of("M", "T", "X"), message.getList("data.dataConstraints[0].cubeRegions[0].keyValues[0].values"));
    }
}
