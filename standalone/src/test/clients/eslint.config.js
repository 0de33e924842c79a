import graphql from "@graphql-eslint/eslint-plugin";

const schema = "generated/schema.graphql";
const parserOptions = { graphQLConfig: { schema } };

export default [
  {
    files: [schema],
    plugins: { "@graphql-eslint": graphql },
    languageOptions: { parser: graphql.parser, parserOptions },
    rules: {
      "@graphql-eslint/relay-arguments": "error",
      "@graphql-eslint/relay-page-info": "error",
      ...graphql.configs["flat/schema-recommended"].rules,
      // How a description of one line is printed says nothing to anybody: graphql-java prints it on one.
      "@graphql-eslint/description-style": "off",
      // A figure is the answer to a question, and what it is about is its identity: it has no other.
      "@graphql-eslint/strict-id-in-types": "off",
      // `editor` of an edit and the contribution to growth are words of the language, and no prefixes.
      "@graphql-eslint/no-typename-prefix": "off",
    },
  },
];
