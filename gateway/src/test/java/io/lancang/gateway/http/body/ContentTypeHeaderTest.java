package io.lancang.gateway.http.body;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContentTypeHeaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "application/json;charset=\"UTF-8\"",
                "Application/JSON",
                "application/json; profile=x"
            })
    void isJson(String header) {
        assertTrue(ContentTypeHeader.isJson(header));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=application/json",
                "application/graphql",
                "application/json; charset=iso-8859-1",
                "application/jsonp"
            })
    void isNotJson(String header) {
        assertFalse(ContentTypeHeader.isJson(header));
    }
}
