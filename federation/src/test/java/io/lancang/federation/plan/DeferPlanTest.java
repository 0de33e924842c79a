package io.lancang.federation.plan;

import static io.lancang.federation.testing.GoldenPlan.assertPlan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What is deferred has requests of its own, and holds up nothing that is answered before. */
class DeferPlanTest {
    static final Planning SHOP = Planning.on("A B", """
            type Query @join__type(graph: A) @join__type(graph: B) {
              product: Product @join__field(graph: A)
              products: [Product!]! @join__field(graph: A)
              news: [String!]! @join__field(graph: B)
            }
            type Product @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID!
              name: String! @join__field(graph: A)
              text: String! @join__field(graph: A)
              size: Size! @join__field(graph: A)
              maker: Maker @join__field(graph: A)
              weight: Float @join__field(graph: A) @join__field(graph: B, external: true)
              shipping: Float @join__field(graph: B, requires: "weight")
              reviews: [Review!]! @join__field(graph: B)
            }
            type Size @join__type(graph: A) { width: Int! height: Int! }
            type Maker @join__type(graph: A, key: "code") { code: ID! name: String! }
            type Review @join__type(graph: B) { stars: Int! text: String! product: Product! }
            """);

    @Test
    void asksAnotherSubgraphForADeferredPart() {
        assertPlan("""
                query plan, 2 requests, 1 deferred part
                #0 a {
                  product {
                    name
                    id # $id
                  }
                }
                #1 b after #0 {
                  at product
                    by Product (id from $id)
                    {
                      ... on Product {
                        reviews {
                          stars
                        }
                      }
                    }
                }
                primary after #0
                part 0 "r" at product after #1
                """, SHOP.explainDeferred("{ product { name ... @defer(label: \"r\") { reviews { stars } } } }"));
    }

    @Test
    void asksTheSameSubgraphAgainForDeferredFieldsOfAnEntity() {
        assertPlan("""
                query plan, 2 requests, 1 deferred part
                #0 a {
                  products {
                    name
                    id # $id
                  }
                }
                #1 a after #0 {
                  at products
                    by Product (id from $id)
                    {
                      ... on Product {
                        text
                      }
                    }
                }
                primary after #0
                part 0 at products after #1
                """, SHOP.explainDeferred("{ products { name ... @defer { text } } }"));
    }

    @Test
    void asksForWhatNoKeyLeadsToWithWhatIsAroundIt() {
        assertPlan("""
                query plan, 1 request, 1 deferred part
                #0 a {
                  product {
                    size {
                      width
                      height
                    }
                  }
                }
                primary after #0
                part 0 at product/size after #0
                """, SHOP.explainDeferred("{ product { size { width ... @defer { height } } } }"));
    }

    @Test
    void asksForDeferredFieldsOfTheRootByThemselves() {
        assertPlan("""
                query plan, 3 requests, 1 deferred part
                #0 a {
                  product {
                    name
                  }
                }
                #1 b {
                  news
                }
                #2 a {
                  products {
                    name
                  }
                }
                primary after #0
                part 0 at the root after #1, #2
                """, SHOP.explainDeferred("{ product { name } ... @defer { news products { name } } }"));
    }

    @Test
    void bringsWhatADeferredFieldRequires() {
        assertPlan("""
                query plan, 2 requests, 1 deferred part
                #0 a {
                  product {
                    name
                    weight
                    id # $id
                  }
                }
                #1 b after #0 {
                  at product
                    by Product (id from $id, weight?)
                    {
                      ... on Product {
                        shipping
                      }
                    }
                }
                primary after #0
                part 0 at product after #1
                """, SHOP.explainDeferred("{ product { name ... @defer { shipping weight } } }"));
    }

    @Test
    void plansADeferredPartInsideOfAnother() {
        assertPlan("""
                query plan, 4 requests, 2 deferred parts
                #0 a {
                  product {
                    id # $id
                  }
                }
                #1 b after #0 {
                  at product
                    by Product (id from $id)
                    {
                      ... on Product {
                        reviews {
                          stars
                          product {
                            id # $id
                          }
                        }
                      }
                    }
                }
                #2 a after #1 {
                  at product
                    by Product (id from $id)
                    {
                      ... on Product {
                        text
                      }
                    }
                  at product/reviews/product
                    by Product (id from $id)
                    {
                      ... on Product {
                        name
                      }
                    }
                }
                #3 a after #1 {
                  at product/reviews/product
                    by Product (id from $id)
                    {
                      ... on Product {
                        text
                      }
                    }
                }
                primary after #0
                part 0 "outer" at product after #2
                part 1 "inner" in part 0 at product/reviews/product after #3
                """, SHOP.explainDeferred("""
                { product { ... @defer(label: "outer") { text reviews { stars product { name ... @defer(label: "inner") { text } } } } } }
                """));
    }

    @Test
    void asksOnceForWhatTwoPartsSelect() {
        assertPlan("""
                query plan, 3 requests, 2 deferred parts
                #0 a {
                  product {
                    name
                    id # $id
                  }
                }
                #1 a after #0 {
                  at product
                    by Product (id from $id)
                    {
                      ... on Product {
                        text
                      }
                    }
                }
                #2 b after #0 {
                  at product
                    by Product (id from $id)
                    {
                      ... on Product {
                        reviews {
                          text
                        }
                      }
                    }
                }
                primary after #0
                part 0 "a" at product after #1
                part 1 "b" at product after #1, #2
                """, SHOP.explainDeferred("""
                { product { name ... @defer(label: "a") { name text } ... @defer(label: "b") { text reviews { text } } } }
                """));
    }

    @Test
    void takesKeysWithWhatIsAround() {
        assertPlan("""
                query plan, 1 request, 1 deferred part
                #0 a {
                  product {
                    name
                    id
                    __typename
                  }
                }
                primary after #0
                part 0 at product after #0
                """, SHOP.explainDeferred("{ product { name ... @defer { id __typename } } }"));
    }

    @Test
    void entersWhereAnEntityStandsBelowADeferredFragment() {
        assertPlan("""
                query plan, 2 requests, 1 deferred part
                #0 a {
                  product {
                    id # $id
                  }
                }
                #1 a after #0 {
                  at product
                    by Product (id from $id)
                    {
                      ... on Product {
                        maker {
                          code
                          name
                        }
                        size {
                          width
                        }
                      }
                    }
                }
                primary after #0
                part 0 at product after #1
                """, SHOP.explainDeferred("{ product { ... @defer { maker { code name } size { width } } } }"));
    }

    @Test
    void plansAsIfNothingWereDeferredForAClientThatTakesOneAnswer() {
        assertEquals(
                SHOP.explain("{ product { name text } }"), SHOP.explain("{ product { name ... @defer { text } } }"));
    }
}
