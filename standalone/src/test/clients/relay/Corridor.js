// A part of an object, which Relay asks for again by the object's id in the whole graph.
import { graphql } from "relay-runtime";

graphql`
  query CorridorQuery($asOf: DateTime) {
    corridor(id: "clr", asOf: $asOf) {
      ...Corridor_segments
    }
  }
`;

graphql`
  fragment Corridor_segments on Corridor @refetchable(queryName: "CorridorSegmentsQuery") {
    name
    segments {
      name
    }
  }
`;

graphql`
  query CorridorClientQuery($id: ID!) {
    node(id: $id) {
      ... on Product {
        title
      }
      ... on Partner {
        name
        corridors {
          name
        }
      }
    }
  }
`;
