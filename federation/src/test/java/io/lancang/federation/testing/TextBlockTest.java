package io.lancang.federation.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class TextBlockTest {
    private static final String SOURCE = String.join(
            "\n",
            "class T {",
            "    void one() {",
            "        assertPlan(\"\"\"",
            "                a {",
            "                  b",
            "                }",
            "                \"\"\", plan());",
            "        assertPlan(\"\"\"",
            "                a {",
            "                  b",
            "                }",
            "                \"\"\", plan());",
            "    }",
            "}",
            "");
    private static final String VALUE = "a {\n  b\n}\n";

    @Test
    void changesTheBlockOfTheLineAndKeepsItsIndentation() {
        String changed = TextBlock.replace(SOURCE, 8, VALUE, "c {\n\n  d # $d\n}\n");

        assertEquals(
                String.join(
                        "\n",
                        "class T {",
                        "    void one() {",
                        "        assertPlan(\"\"\"",
                        "                a {",
                        "                  b",
                        "                }",
                        "                \"\"\", plan());",
                        "        assertPlan(\"\"\"",
                        "                c {",
                        "",
                        "                  d # $d",
                        "                }",
                        "                \"\"\", plan());",
                        "    }",
                        "}",
                        ""),
                changed);
    }

    @Test
    void writesQuotesAndBackslashesSoThatTheyAreReadAgain() {
        String odd = "a(text:\"\\n\", block:\"\"\"x\"\"\")\n";

        String changed = TextBlock.replace(SOURCE, 3, VALUE, odd);

        assertEquals(SOURCE, TextBlock.replace(changed == null ? "" : changed, 3, odd, VALUE));
    }

    @Test
    void findsTheBlockOnTheNextLine() {
        String call =
                "        assertPlan(\n                \"\"\"\n                %s                \"\"\", plan());\n";

        assertEquals(
                call.formatted("after\n"), TextBlock.replace(call.formatted("before\n"), 1, "before\n", "after\n"));
    }

    @Test
    void changesNoBlockOfAnotherValueAndNoneOfAnotherLine() {
        assertNull(TextBlock.replace(SOURCE, 3, "a {\n  c\n}\n", "x\n"));
        assertNull(TextBlock.replace(SOURCE, 2, VALUE, "x\n"));
        assertNull(TextBlock.replace(SOURCE, 14, VALUE, "x\n"));
    }
}
