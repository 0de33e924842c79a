package io.lancang.gateway.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class YamlTextTest {
    @Test
    void hasOneMemberALine() {
        assertEquals("""
                "info":
                  "title": "A: \\"b\\" # c"
                  "none": null
                "list":
                  - 1
                  -
                    "a": true
                    "b": {}
                  -
                    - "x"
                "empty": []
                """, YamlText.of(new JsonObject("""
                        {"info": {"title": "A: \\"b\\" # c", "none": null},
                         "list": [1, {"a": true, "b": {}}, ["x"]], "empty": []}
                        """)));
    }
}
