package io.lancang.kit.export;

import io.lancang.kit.history.Vantage;

/**
 * What a file is made of, told without reading it: the same question about the same state of the data has the same file.
 *
 * @param name name of the file, as a client may save it
 * @param contentType its media type
 * @param text everything that the file depends on but the data
 * @param vantage from when the data are seen
 * @param beside an expression of SQL for what the file depends on beside releases, such as titles that are edited; one text
 */
public record Question(String name, String contentType, String text, Vantage vantage, String beside) {}
