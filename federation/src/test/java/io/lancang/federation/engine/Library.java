package io.lancang.federation.engine;

import static io.lancang.federation.engine.Plans.call;
import static io.lancang.federation.engine.Plans.entities;
import static io.lancang.federation.engine.Plans.key;
import static io.lancang.federation.engine.Plans.root;

import io.lancang.federation.plan.query.Fetch;
import io.lancang.federation.testing.TestSubgraph;
import io.lancang.federation.testing.TestSubgraphs;
import java.util.List;
import java.util.Map;

/** Three subgraphs that share books and authors: three books by two authors, one of them without an author. */
final class Library {
    static final String API = """
            type Query { books: [Book] first: Book open: Boolean }
            type Book { id: ID! title: String author: Author copies: Int shelf: Shelf }
            type Author { id: ID! name: String born: Int }
            type Shelf { floor: Int row: String }
            """;

    static final String QUERY = "{ books { title copies author { name } } }";

    private static final List<Map<String, Object>> BOOKS = List.of(
            Map.of("id", "1", "title", "Dream of the Red Chamber", "author", Map.of("id", "cao")),
            Map.of("id", "2", "title", "Fortress Besieged", "author", Map.of("id", "qian")),
            Map.of("id", "3", "title", "Xixi 《西湖》", "author", Map.of("id", "cao")),
            Map.of("id", "4", "title", "Book of Songs"));

    private Library() {}

    /** One call asks for the names of two authors, the other for the year in which the first of them was born. */
    static Run twoCalls() {
        return new Run(
                API,
                "{ books { author { name } } first { author { born } } }",
                root(0, "catalogue", "{ books { author { id } } first { author { id } } }"),
                entities(
                        1,
                        "people",
                        List.of(
                                call("books.author", key("Author", "{ id }"), "{ ... on Author { name } }"),
                                call("first.author", key("Author", "{ id }"), "{ ... on Author { born } }")),
                        0));
    }

    static TestSubgraph catalogue() {
        return TestSubgraph.of("catalogue", """
                        type Query { books: [Book] first: Book }
                        type Book @key(fields: "id") { id: ID! title: String author: Author }
                        type Author @key(fields: "id") { id: ID! }
                        """)
                .query("books", environment -> BOOKS)
                .query("first", environment -> BOOKS.getFirst())
                .build();
    }

    static TestSubgraph people() {
        return TestSubgraph.of("people", """
                        type Query { people: Int }
                        type Author @key(fields: "id") { id: ID! name: String born: Int }
                        """)
                .entity(
                        "Author",
                        author -> "cao".equals(author.get("id"))
                                ? Map.of("id", "cao", "name", "Cao \"Xueqin\"", "born", 1715)
                                : Map.of("id", "qian", "name", "Qian Zhongshu", "born", 1910))
                .build();
    }

    static TestSubgraph stock() {
        return TestSubgraph.of("stock", """
                        type Query { open: Boolean }
                        type Book @key(fields: "id") { id: ID! copies: Int shelf: Shelf }
                        type Shelf { floor: Int row: String }
                        """)
                .query("open", environment -> true)
                .entity(
                        "Book",
                        book -> Map.of(
                                "copies", Integer.parseInt((String) book.get("id")) * 10, "shelf", Map.of("floor", 2)))
                .build();
    }

    static TestSubgraphs subgraphs() {
        return TestSubgraphs.of(catalogue(), people(), stock());
    }

    /** Books from one subgraph, then their copies and their authors' names from two others at the same time. */
    static Fetch[] plan() {
        return new Fetch[] {
            root(0, "catalogue", "{ books { id title author { id } } }"),
            entities(1, "stock", List.of(call("books", key("Book", "{ id }"), "{ ... on Book { copies } }")), 0),
            entities(
                    2,
                    "people",
                    List.of(call("books.author", key("Author", "{ id }"), "{ ... on Author { name } }")),
                    0)
        };
    }
}
