package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modelcontextprotocol.modern.McpSchema;
import io.modelcontextprotocol.modern.client.McpClient;
import io.modelcontextprotocol.modern.client.McpSyncClient;
import io.modelcontextprotocol.modern.client.transport.HttpClientMcpTransport;
import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The tools that {@code ./lancang up} comes with, called by a client of the Model Context Protocol, on the packaged data. */
class ToolsIT {
    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    private static final Pattern COMMAND = Pattern.compile("(?m)^curl .*/mcp .*$");
    private static final String ADDRESS = "http://127.0.0.1:8080";

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static FurtherGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        gateway = FurtherGateway.start(SET, Map.of("LANCANG_GATEWAY_MCP_ENABLED", "true"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static String root() {
        return gateway.url().replace("/graphql", "");
    }

    private static McpSyncClient client() {
        return McpClient.sync(HttpClientMcpTransport.builder(root() + "/mcp").build())
                .build();
    }

    private static JsonPath call(String name, Map<String, Object> arguments) {
        McpSchema.CallToolResult result =
                client().tool(name).arguments(arguments).call();
        String text = ((McpSchema.TextContent) result.content().getFirst()).text();
        assertNotEquals(true, result.isError(), text);
        return JsonPath.from(text);
    }

    @Test
    void areOfferedWithTitlesAndDescribedArguments() {
        List<McpSchema.Tool> tools = client().listTools().list().tools();

        assertEquals(
                List.of(
                        "corridor",
                        "corridors_to",
                        "route",
                        "trade_of_bloc",
                        "trade_of_partner",
                        "trade_ranking",
                        "search_schema",
                        "run_query"),
                tools.stream().map(McpSchema.Tool::name).toList());
        for (McpSchema.Tool tool : tools) {
            assertTrue(tool.title() != null && tool.description() != null, tool.name());
            Map<?, ?> properties =
                    (Map<?, ?>) Objects.requireNonNull(tool.inputSchema().get("properties"));
            properties.forEach((argument, schema) ->
                    assertTrue(((Map<?, ?>) schema).containsKey("description"), tool.name() + "." + argument));
        }
    }

    /** US$975.3 bn, as customs quoted it, and 24 times as much as in 2000. */
    @Test
    void answerHowTradeWithAseanChanged() {
        JsonPath answer = call("trade_of_bloc", Map.of("bloc", "ASEAN", "from", 2000, "to", 2022));

        assertEquals(975300000000L, answer.getLong("data.bloc.trade.points[-1].total.amount"));
        assertEquals("HEADLINE", answer.getString("data.bloc.trade.points[-1].quality"));
        assertEquals(24, (int) answer.getDouble("data.bloc.trade.change.fold"));
    }

    @Test
    void answerWhenTheChinaLaosRailwayOpenedAndWhatLeadsToLaos() {
        assertEquals("2021-12-03", call("corridor", Map.of()).getString("data.corridor.openedOn"));
        assertTrue(call("corridors_to", Map.of("partner", "LAO"))
                .getList("data.corridors.nodes.id")
                .contains("clr"));
        assertEquals(
                5,
                call("trade_of_partner", Map.of("partner", "LAO", "from", 2020))
                        .getList("data.partner.trade.points")
                        .size());
        assertEquals(
                3,
                call("trade_ranking", Map.of("top", 3))
                        .getList("data.tradeRanking")
                        .size());
    }

    @Test
    void answerThatNoRailwayLeadsToSingaporeAllTheWay() {
        JsonPath answer = call("route", Map.of("from", "kunming", "to", "singapore", "modes", List.of("RAIL")));

        assertTrue(answer.getList("data.routes.routes").isEmpty());
        assertTrue(answer.getFloat("data.routes.gapKm") > 0);
    }

    /** What a model does that finds no tool for its question. */
    @Test
    void findWhatAQueryOfItsOwnNeeds() {
        JsonPath found = call("search_schema", Map.of("words", "trade ranking"));

        assertEquals("Query.tradeRanking", found.getString("matches[0].coordinate"));
        assertEquals(
                "Lao People's Democratic Republic",
                call("run_query", Map.of("query", "{ partner(code: \"LAO\") { name } }"))
                        .getString("data.partner.name"));
    }

    @Test
    void areCalledByTheCommandsOfTheGuide(@TempDir Path folder) throws Exception {
        Matcher commands = COMMAND.matcher(Files.readString(RunningSet.home().resolve("docs/mcp.md")));
        int ran = 0;
        while (commands.find()) {
            ShellCommand command = ShellCommand.run(
                    ShellCommand.failingWhereRefused(commands.group().replace(ADDRESS, root())), folder, Map.of());
            assertEquals(0, command.status(), command.complaint());
            assertTrue(command.printed().contains("\"result\""), command.printed());
            assertTrue(!command.printed().contains("\"isError\":true"), command.printed());
            ran++;
        }
        assertEquals(4, ran);
    }
}
