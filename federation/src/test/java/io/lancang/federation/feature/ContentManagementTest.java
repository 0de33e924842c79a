package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import io.lancang.federation.testing.TestSubgraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Content management: an article is content and publishable, a banner is content only, a notice publishable only. The workflow
 * knows both interfaces as objects, readers know content as one.
 */
class ContentManagementTest {
    private static final String PAGES_ARTICLE = """
            {"__typename": "Article", "id": "a", "slug": "rail", "urgent": true, "body": "Opened.", "by": "@Editor[0]"}
            """;

    private static final String PAGES_BANNER = """
            {"__typename": "Banner", "id": "b", "slug": null, "link": "@Article[0]"}
            """;

    private static final String PAGES_NOTICE = """
            {"__typename": "Notice", "id": "n", "urgent": false, "until": "May"}
            """;

    private static final TestSubgraph PAGES = subgraph("pages", """
            type Query { home: [Content]! front: Article pending: [Publishable!]! editors: [Editor!]! }
            type Mutation { write(slug: String!): Content! }
            interface Content @key(fields: "id") { id: ID! slug: String }
            interface Publishable @key(fields: "id") { id: ID! urgent: Boolean }
            type Article implements Content & Publishable @key(fields: "id") { id: ID! slug: String urgent: Boolean body: String by: Editor }
            type Banner implements Content @key(fields: "id") { id: ID! slug: String link: Content }
            type Notice implements Publishable @key(fields: "id") { id: ID! urgent: Boolean until: String }
            type Editor @key(fields: "name") { name: ID! desk: [Publishable]! }
            """, """
            {"Query": {"home": [$ARTICLE, null, $BANNER], "front": "@Article[0]", "pending": [$NOTICE, $ARTICLE], "editors": [{"name": "Mei", "desk": [$ARTICLE, null, $NOTICE]}]},
             "Mutation": {"write": "@Banner[0]"},
             "Content": [$ARTICLE, $BANNER], "Publishable": [$ARTICLE, $NOTICE],
             "Article": [$ARTICLE], "Banner": [$BANNER], "Notice": [$NOTICE],
             "Editor": [{"name": "Mei", "desk": [$ARTICLE, null, $NOTICE]}]}
            """.replace("$ARTICLE", PAGES_ARTICLE)
            .replace("$BANNER", PAGES_BANNER)
            .replace("$NOTICE", PAGES_NOTICE));

    private static final String WORKFLOW_ARTICLE = """
            {"id": "a", "revision": 7, "preview": "/{slug}", "owner": "@Editor[0]"}
            """;

    private static final String WORKFLOW_BANNER = """
            {"id": "b", "revision": 1, "preview": "/{slug}", "owner": null}
            """;

    /** The article again, as something to publish. */
    private static final String WORKFLOW_STATE = """
            {"id": "a", "state": "LIVE", "step": "urgent: {urgent}",
             "approvers": "@Editor"}
            """;

    private static final String WORKFLOW_NOTICE = """
            {"id": "n", "state": "DRAFT", "step": "urgent: {urgent}", "approvers": []}
            """;

    private static final TestSubgraph WORKFLOW = subgraph("workflow", """
            type Query { inbox: [Publishable!]! recent: [Content]! latest: Content }
            type Mutation { publish(id: ID!): Publishable touch(id: ID!): Content }
            type Content @key(fields: "id") @interfaceObject {
              id: ID! slug: String @external revision: Int preview: String @requires(fields: "slug") owner: Editor }
            type Publishable @key(fields: "id") @interfaceObject {
              id: ID! urgent: Boolean @external state: State! step: String @requires(fields: "urgent") approvers: [Editor!]! }
            enum State { DRAFT LIVE }
            type Editor @key(fields: "name") { name: ID! owns: [Content!]! approves: Publishable }
            """, """
            {"Query": {"inbox": [$NOTICE, $STATE], "recent": [$BANNER, null, $ARTICLE], "latest": "@Content[0]"},
             "Mutation": {"publish": {"$by": "id", "n": "@Publishable[1]"}, "touch": {"$by": "id", "a": "@Content[0]"}},
             "Content": [$ARTICLE, $BANNER], "Publishable": [$STATE, $NOTICE],
             "Editor": [{"name": "Mei", "owns": [$ARTICLE], "approves": "@Publishable[1]"}]}
            """.replace("$STATE", WORKFLOW_STATE)
            .replace("$ARTICLE", WORKFLOW_ARTICLE)
            .replace("$BANNER", WORKFLOW_BANNER)
            .replace("$NOTICE", WORKFLOW_NOTICE));

    private static final TestSubgraph READERS = subgraph("readers", """
            type Query { popular: [Content!]! }
            type Content @key(fields: "id") @interfaceObject {
              id: ID! revision: Int @external readers: Int trend: String @requires(fields: "revision") }
            """, """
            {"Query": {"popular": [{"id": "b", "readers": 90, "trend": "at {revision}"}, {"id": "a", "readers": 10, "trend": "at {revision}"}]},
             "Content": [{"id": "a", "readers": 10, "trend": "at {revision}"}, {"id": "b", "readers": 90, "trend": "at {revision}"}]}
            """);

    private static final String WHOLE_ARTICLE = """
            {"__typename": "Article", "id": "a", "slug": "rail", "urgent": true, "body": "Opened.", "by": "@Editor[0]", "revision": 7,
             "preview": "/rail", "owner": "@Editor[0]", "readers": 10, "trend": "at 7", "state": "LIVE", "step": "urgent: true",
             "approvers": "@Editor"}
            """;

    private static final String WHOLE_BANNER = """
            {"__typename": "Banner", "id": "b", "slug": null, "link": "@Article[0]", "revision": 1, "preview": "/null", "owner": null, "readers": 90, "trend": "at 1"}
            """;

    private static final String WHOLE_NOTICE = """
            {"__typename": "Notice", "id": "n", "urgent": false, "until": "May", "state": "DRAFT", "step": "urgent: false", "approvers": []}
            """;

    private static final TestSubgraph WHOLE = subgraph("whole", """
            type Query { home: [Content]! front: Article pending: [Publishable!]! editors: [Editor!]!
              inbox: [Publishable!]! recent: [Content]! latest: Content popular: [Content!]! }
            type Mutation { write(slug: String!): Content! publish(id: ID!): Publishable touch(id: ID!): Content }
            interface Content { id: ID! slug: String revision: Int preview: String owner: Editor readers: Int trend: String }
            interface Publishable { id: ID! urgent: Boolean state: State! step: String approvers: [Editor!]! }
            type Article implements Content & Publishable { id: ID! slug: String revision: Int preview: String owner: Editor readers: Int
              trend: String urgent: Boolean state: State! step: String approvers: [Editor!]! body: String by: Editor }
            type Banner implements Content { id: ID! slug: String revision: Int preview: String owner: Editor readers: Int trend: String link: Content }
            type Notice implements Publishable { id: ID! urgent: Boolean state: State! step: String approvers: [Editor!]! until: String }
            enum State { DRAFT LIVE }
            type Editor { name: ID! desk: [Publishable]! owns: [Content!]! approves: Publishable }
            """, """
            {"Query": {"home": [$ARTICLE, null, $BANNER], "front": "@Article[0]", "pending": [$NOTICE, $ARTICLE],
               "editors": [{"name": "Mei", "desk": [$ARTICLE, null, $NOTICE], "owns": [$ARTICLE], "approves": "@Notice[0]"}],
               "inbox": [$NOTICE, $ARTICLE], "recent": [$BANNER, null, $ARTICLE], "latest": "@Article[0]", "popular": [$BANNER, $ARTICLE]},
             "Mutation": {"write": "@Banner[0]", "publish": {"$by": "id", "n": "@Notice[0]"}, "touch": {"$by": "id", "a": "@Article[0]"}},
             "Article": [$ARTICLE], "Banner": [$BANNER], "Notice": [$NOTICE],
             "Editor": [{"name": "Mei", "desk": [$ARTICLE, null, $NOTICE], "owns": [$ARTICLE], "approves": "@Notice[0]"}]}
            """.replace("$ARTICLE", WHOLE_ARTICLE)
            .replace("$BANNER", WHOLE_BANNER)
            .replace("$NOTICE", WHOLE_NOTICE));

    private static final Judged CONTENT = Judged.by(WHOLE, PAGES, WORKFLOW, READERS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ home { id slug revision readers } }",
                "{ home { __typename preview trend ... on Article { state step } ... on Banner { link { trend ... on Article { step } } } } }",
                "{ pending { __typename state step ... on Article { preview readers } ... on Notice { until } } }",
                "{ front { revision state preview step readers trend owner { name } approvers { name } } }",
                "{ inbox { __typename id state } }",
                "{ inbox { state ... on Content { slug revision } ... on Article { trend body } ... on Notice { urgent until } } }",
                "{ inbox { step urgent ... on Article { preview owner { approves { __typename step } } } } }",
                "{ recent { __typename revision ... on Publishable { state } } }",
                "{ recent { preview ... on Article { approvers { approves { ... on Notice { until step } } } } ... on Banner { link { slug readers } } } }",
                "{ latest { trend ... on Article { state urgent owner { owns { readers __typename } } } } }",
                "{ popular { __typename readers slug revision } }",
                "{ popular { trend ... on Publishable { step } ... on Banner { preview } } }",
                "{ editors { name desk { __typename state ... on Article { trend } } owns { preview } approves { urgent state } } }",
                "{ a: home { ...C } b: inbox { ...P } } fragment C on Content { trend ...P } fragment P on Publishable { step ... on Content { revision } }",
            })
    void answersAsTheWholeGraph(String query) {
        CONTENT.ask(query);
    }

    @Test
    void answersAsTheWholeGraphUnderConditions() {
        CONTENT.askInEveryCase("""
                query ($x: Boolean!, $y: Boolean!) {
                  inbox { state @skip(if: $x) ... on Article @include(if: $y) { trend step } ... on Publishable @include(if: $x) { urgent __typename } }
                  popular { readers preview @include(if: $x) ... on Article @skip(if: $y) { state } }
                }
                """);
        CONTENT.askInEveryCase("""
                query ($x: Boolean!, $y: Boolean!) {
                  latest { ... @skip(if: $x) { trend } ... on Publishable { step @include(if: $y) } __typename @include(if: $x) revision }
                }
                """);
    }

    @Test
    void answersMutationsThatReturnEitherInterface() {
        CONTENT.ask("""
                mutation {
                  write(slug: "x") { __typename trend preview ... on Article { state } }
                  publish(id: "n") { __typename state step ... on Notice { until } ... on Content { trend } }
                  touch(id: "a") { revision trend ... on Publishable { step state } ... on Article { body } }
                  none: publish(id: "z") { state }
                }
                """);
    }
}
