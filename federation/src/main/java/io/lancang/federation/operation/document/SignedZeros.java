package io.lancang.federation.operation.document;

import graphql.language.FloatValue;
import graphql.language.Value;
import graphql.org.antlr.v4.runtime.CommonTokenStream;
import graphql.org.antlr.v4.runtime.ParserRuleContext;
import graphql.parser.GraphqlAntlrToLanguage;
import graphql.parser.MultiSourceReader;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.antlr.GraphqlParser.ValueContext;
import graphql.parser.antlr.GraphqlParser.ValueWithVariableContext;

/** Parses as graphql-java does, but for the sign of a zero, which it drops from {@code -0.0}. */
final class SignedZeros extends Parser {
    @Override
    protected GraphqlAntlrToLanguage getAntlrToLanguage(
            CommonTokenStream tokens, MultiSourceReader reader, ParserEnvironment environment) {
        return new Values(tokens, reader, environment);
    }

    private static final class Values extends GraphqlAntlrToLanguage {
        Values(CommonTokenStream tokens, MultiSourceReader reader, ParserEnvironment environment) {
            super(tokens, reader, environment.getParserOptions(), environment.getI18N(), null);
        }

        @Override
        @SuppressWarnings("rawtypes") // the overridden method is raw
        protected Value createValue(ValueWithVariableContext context) {
            return withSign(super.createValue(context), context);
        }

        @Override
        @SuppressWarnings("rawtypes") // the overridden method is raw
        protected Value createValue(ValueContext context) {
            return withSign(super.createValue(context), context);
        }

        private static Value<?> withSign(Value<?> value, ParserRuleContext context) {
            return value instanceof FloatValue number
                            && number.getValue().signum() == 0
                            && context.getText().startsWith("-")
                    ? number.transform(builder -> builder.value(new NegativeZero(context.getText())))
                    : value;
        }
    }
}
