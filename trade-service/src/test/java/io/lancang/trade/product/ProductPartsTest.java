package io.lancang.trade.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProductPartsTest extends TradeServiceTest {
    /** Horses; cattle; swine; sheep and goats; poultry; other animals. */
    @Test
    void areThoseRightBelowAProduct() {
        JsonPath parts = Graph.data("""
                        { products(classification: HS2022, parent: "H6:01") { totalCount nodes { code } } }
                        """).setRootPath("data.products");

        assertEquals(List.of("0101", "0102", "0103", "0104", "0105", "0106"), parts.getList("nodes.code"));
        assertEquals(6, parts.getInt("totalCount"));
    }
}
