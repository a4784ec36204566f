/**
 * Text for whatever is written as XML: content documents, formulas, metadata. In: text. Out: text
 * without what XML has no character for, escaped. Imports no other room.
 */
@org.jspecify.annotations.NullMarked
package offprint.xml;
