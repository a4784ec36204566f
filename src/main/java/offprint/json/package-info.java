/**
 * JSON (RFC 8259), for what other tools are to read. In: text, or maps and lists. Out: members that
 * say where they lack something, or text. Imports {@code source}.
 */
@org.jspecify.annotations.NullMarked
package offprint.json;
