/**
 * Paragraphs. In: inlines, the style they stand in and a measure. Out: the slugs of their lines;
 * code is set in lines here too. {@link offprint.paragraph.InlineCompositor} makes {@link
 * offprint.paragraph.Copy} of the words, {@link offprint.paragraph.ParagraphSetter} sets it.
 * Imports {@code source}, {@code document}, {@code style}, {@code glyph}, {@code line}, {@code
 * math}, {@code page}, {@code galley} and {@code type}.
 */
@org.jspecify.annotations.NullMarked
package offprint.paragraph;
