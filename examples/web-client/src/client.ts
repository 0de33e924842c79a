import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { OperationTypeNode } from "graphql";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";

/** An object as of a moment (`asOf`) has the id that it has today: the release tells the two apart. */
const objectOfAMoment = { keyFields: ["id", "asOfRelease"] };

export function createCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      Corridor: objectOfAMoment,
      Segment: objectOfAMoment,
      Location: objectOfAMoment,
      Zone: objectOfAMoment,
      Partner: { keyFields: ["code"] },
      Bloc: { keyFields: ["code"] },
    },
  });
}

/** Queries and mutations go over HTTP, subscriptions over a WebSocket (graphql-transport-ws) to the same address. */
export function createApolloClient(url: string): {
  client: ApolloClient;
  cache: InMemoryCache;
  close: () => void;
} {
  const socket = createClient({
    url: url.replace(/^http/, "ws"),
    // Browsers have a WebSocket of their own: leave this line out there.
    webSocketImpl: WebSocket,
  });
  const link = ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    new GraphQLWsLink(socket),
    new HttpLink({ uri: url }),
  );
  const cache = createCache();
  const client = new ApolloClient({ link, cache });
  return {
    client,
    cache,
    close: () => {
      client.stop();
      void socket.dispose();
    },
  };
}
