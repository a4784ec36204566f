/**
 * Breaks a paragraph into lines. In: boxes, glue and penalties, and a measure. Out: where the lines
 * end. Knows glyph runs; knows nothing of Markdown, themes or pages. Imports {@code glyph}.
 */
@org.jspecify.annotations.NullMarked
package offprint.line;
