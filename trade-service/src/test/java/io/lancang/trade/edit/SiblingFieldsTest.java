package io.lancang.trade.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

/** Fields of one request read entities at the same time, each in a session of its own. */
@QuarkusTest
class SiblingFieldsTest extends TradeServiceTest {
    private static final String FIELDS = """
            datasets%1$d: datasets { id precedence releases { id } }
            blocs%1$d: blocs { code members { partner { name } bloc { code } } }
            laos%1$d: partner(code: "LAO") { name memberships { bloc { code } } }
            page%1$d: partners(first: 3, filter: {bloc: "ASEAN", text: "a"}) { totalCount nodes { code } }
            regions%1$d: regions { name countries }
            """;

    @RepeatedTest(5)
    void areAllAnsweredThoughTheyReadSideBySide() {
        String siblings = IntStream.range(0, 8).mapToObj(FIELDS::formatted).collect(Collectors.joining("\n", "{", "}"));

        JsonPath answer = Graph.ask(siblings);

        assertNull(answer.get("errors"), answer.prettify());
        for (int i = 0; i < 8; i++) {
            assertEquals(answer.getString("data.laos0.name"), answer.getString("data.laos" + i + ".name"));
            assertEquals(answer.getList("data.blocs0"), answer.getList("data.blocs" + i));
            assertEquals(answer.getList("data.datasets0"), answer.getList("data.datasets" + i));
        }
    }
}
