/**
 * Faces, and text shaped in them. In: families by name, a text, its size, features, language and
 * direction. Out: {@link offprint.glyph.GlyphRun}s. Knows neither Markdown nor CSS. Imports {@code
 * source}; the only importer of HarfBuzz.
 */
@org.jspecify.annotations.NullMarked
package offprint.glyph;
