package io.lancang.trade.sdmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a request is told with a code of the standard, the value, the rule and the way out. */
@QuarkusTest
class SdmxErrorsTest extends SdmxClient {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "A.CN.LA.X.USD.2020|400|140|has 6 dimensions where the structure has 5",
                "A.CN.L%20A|400|140|'L A' in the key 'A.CN.L A' is no code of COUNTERPART_AREA",
                "A.CN.LA.X+|400|140|'' in the key",
                "A.CN.LAO|422|150|'LA' is that area's code",
                "A.CN.Laoss|422|150|'Laoss' is no code of COUNTERPART_AREA",
                "M.CN.LA|404|100|There are no data for this key",
                "Q.CN.LA|422|150|'Q' is no code of FREQ",
                "*?c[PRODUCT]=1|422|150|The structure has no component 'PRODUCT'",
                "*?c[TIME_PERIOD]=ge:2019-03|422|150|Periods are years",
                "*?c[TIME_PERIOD]=sw:20|422|150|It takes eq, ne, lt, le, gt and ge",
                "*?c[INDICATOR]=ge:X|422|150|says nothing about INDICATOR",
                "*?c[INDICATOR]=is:X|400|140|'is' in c[INDICATOR] is no operator",
                "*?c[INDICATOR]=|400|140|compares with nothing",
                "*?c[OBS_VALUE]=ge:10|501|501|filters are about dimensions",
                "*?c[INDICATOR]=X&c[INDICATOR]=M|400|140|is given twice",
                "*?startPeriod=2019|400|140|There is no parameter 'startPeriod'",
                "*?updatedAfter=2020-01-01T00:00:00Z|501|501|updatedAfter is not answered here",
                "*?includeHistory=true|501|501|includeHistory=true is not answered here",
                "*?dimensionAtObservation=REF_AREA|501|501|not by REF_AREA",
                "*?dimensionAtObservation=PRODUCT|422|150|no component 'PRODUCT'",
                "*?attributes=FREQ|422|150|FREQ is no attribute",
                "*?firstNObservations=0|400|140|a whole number from 1 on",
                "*?asOf=yesterday|400|140|It is a moment such as",
                "*?asOf=1999-01-01T00:00:00Z|422|150|before the first release",
                "A.LA.VN|404|100|There are no data for this key",
                "A.CN.LA.X.USD?c[TIME_PERIOD]=1800|404|100|There are no data for this key",
                "*/more|400|140|'more' is one part of the path too much"
            })
    void ofData(String key, int status, int code, String detail) {
        assertRefused(get(FLOW + key, CSV), status, code, detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "data/dataflow/LANCANG/TRADE/1.0.0/*|404|100|There are LANCANG:TRADE_ANNUAL(1.0.0), LANCANG:TRADE_MONTHLY(1.0.0)",
                "data/dataflow/*/*/*/*|501|501|*:*(*) is several dataflows, and data of one are answered at a time",
                "data/dataflow/LANCANG/TRADE_MONTHLY/1.0.0/M.CN.LA?c[TIME_PERIOD]=2024-13|422|150|months, such as 2019",
                "data/dataflow/LANCANG/TRADE_HS1992/1.0.0/A.CN.WORLD.XX|422|150|'XX' is no code of PRODUCT",
                "data/dataflow/LANCANG/TRADE_HS1992/1.0.0/A.CN.WORLD.01.T|404|100|There are no data",
                "data/dataflow/LANCANG/TRADE_HS1992/1.0.0/*?c[TIME_PERIOD]=ge:2020+le:2010|404|100|There are no data",
                "data/dataflow/LANCANG/TRADE_HS1992/1.0.0/*?attributes=GAP_REASON|422|150|has no component",
                "structure/codelist|413|130|Ask for one list at a time",
                "data/dataflow/ECB/TRADE_ANNUAL/1.0.0/*|404|100|There is no dataflow ECB:TRADE_ANNUAL(1.0.0)",
                "data/dataflow/LANCANG/TRADE_ANNUAL/2.0.0/*|404|100|There are LANCANG:TRADE_ANNUAL(1.0.0)",
                "data/dataflow/LANCANG/TRADE_ANNUAL/latest/*|400|140|'latest' is no version",
                "data/datastructure/LANCANG/DSD_TRADE/1.0.0/*|501|501|not by 'datastructure'",
                "data/flow/LANCANG/DSD_TRADE/1.0.0/*|400|140|not by 'flow'",
                "structure/dataflow/LANCANG/TRADE/1.0.0|404|100|There is no dataflow LANCANG:TRADE(1.0.0)",
                "structure/categoryscheme/*/*/*|404|100|There is no categoryscheme",
                "structure/dataflows/*/*/*|400|140|'dataflows' is no type of structure",
                "structure/dataflow/LANCANG/TRADE_ANNUAL/1.0.0/A|400|140|Items are asked of codelists",
                "structure/dataflow?references=friends|400|140|references=friends is nothing",
                "structure/dataflow?detail=referencestubs|501|501|detail=referencestubs is not answered here",
                "structure/dataflow?format=xml|400|140|There is no parameter 'format'",
                "availability/dataflow/LANCANG/TRADE_ANNUAL/1.0.0/*/OBS_VALUE|422|150|OBS_VALUE is no dimension",
                "availability/dataflow/LANCANG/TRADE_ANNUAL/1.0.0/*?mode=available|501|501|mode=available is not answered",
                "availability/dataflow/LANCANG/TRADE_ANNUAL/1.0.0/A.LA.VN|404|100|There are no data",
                "metadata/dataflow/LANCANG|400|140|There is no 'metadata'"
            })
    void ofPaths(String address, int status, int code, String detail) {
        assertRefused(get(address, null), status, code, detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "application/vnd.sdmx.data+xml;version=3.0.0",
                "application/vnd.sdmx.data+csv;version=1.0.0",
                "application/vnd.sdmx.data+csv;labels=both",
                "text/html"
            })
    void ofFormatsThatAreNotWritten(String accept) {
        assertRefused(
                get(FLOW + "A.CN.LA.X", accept), 406, 1406, "Accept application/vnd.sdmx.data+json;version=2.0.0 or");
    }

    @Test
    void ofLongAddresses() {
        assertRefused(
                get(FLOW + "A.CN." + "LA+".repeat(900) + "LA," + "A.CN.LA,".repeat(160) + "*", CSV),
                413,
                130,
                "letters");
        assertRefused(get(FLOW + "*,".repeat(100) + "*", CSV), 413, 130, "more than 100 keys");
    }

    private static void assertRefused(HttpResponse<String> answer, int status, int code, String detail) {
        JsonPath message = JsonPath.from(answer.body());
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(code, message.getInt("errors[0].code"));
        assertTrue(message.getString("errors[0].detail").contains(detail), answer.body());
    }
}
