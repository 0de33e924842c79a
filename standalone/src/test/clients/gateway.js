// Where the gateway is; its root, without /graphql.
export const root = process.env.LANCANG_URL.replace(/\/graphql$/, "");
export const url = `${root}/graphql`;
export const webSocketUrl = url.replace(/^http/, "ws");
