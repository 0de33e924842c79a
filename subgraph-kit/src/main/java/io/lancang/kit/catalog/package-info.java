/**
 * Says which data a service has as files: as a Data Package of Frictionless and as a catalogue in the terms of DCAT. What is not on record
 * is left out. Nothing here knows what the data are about, and nothing reads them.
 */
@NullMarked
package io.lancang.kit.catalog;

import org.jspecify.annotations.NullMarked;
