package io.lancang.kit.bounds;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.DelegatingDataFetchingEnvironment;
import graphql.schema.SelectedField;
import java.util.List;
import java.util.Map;

/**
 * What a field is fetched with, without what is selected below it. The GraphQL extension lists all of that for each object that has
 * a field with a method, however deep, which costs more than all the rest of an answer; and nobody here looks at it.
 */
final class UnselectedFetching extends DelegatingDataFetchingEnvironment {
    private static final DataFetchingFieldSelectionSet NOTHING = new Nothing();

    UnselectedFetching(DataFetchingEnvironment environment) {
        super(environment);
    }

    @Override
    public DataFetchingFieldSelectionSet getSelectionSet() {
        return NOTHING;
    }

    private static final class Nothing implements DataFetchingFieldSelectionSet {
        @Override
        public boolean contains(String pattern) {
            return false;
        }

        @Override
        public boolean containsAnyOf(String pattern, String... patterns) {
            return false;
        }

        @Override
        public boolean containsAllOf(String pattern, String... patterns) {
            return false;
        }

        @Override
        public List<SelectedField> getFields() {
            return List.of();
        }

        @Override
        public List<SelectedField> getImmediateFields() {
            return List.of();
        }

        @Override
        public List<SelectedField> getFields(String pattern, String... patterns) {
            return List.of();
        }

        @Override
        public Map<String, List<SelectedField>> getFieldsGroupedByResultKey() {
            return Map.of();
        }

        @Override
        public Map<String, List<SelectedField>> getFieldsGroupedByResultKey(String pattern, String... patterns) {
            return Map.of();
        }
    }
}
