// What an application with Relay declares: a query, and a part of it that is read page by page.
import { graphql } from "relay-runtime";

graphql`
  query LocationsQuery($first: Int, $after: String, $last: Int, $before: String) {
    ...Locations_list @arguments(first: $first, after: $after, last: $last, before: $before)
  }
`;

graphql`
  fragment Locations_list on Query
  @refetchable(queryName: "LocationsPageQuery")
  @argumentDefinitions(
    first: { type: "Int" }
    after: { type: "String" }
    last: { type: "Int" }
    before: { type: "String" }
  ) {
    locations(first: $first, after: $after, last: $last, before: $before) @connection(key: "Locations_locations") {
      edges {
        node {
          id
        }
      }
    }
  }
`;
