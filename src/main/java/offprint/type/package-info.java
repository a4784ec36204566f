/**
 * The case that the setter takes his type from. In: words in a style. Out: glyph runs of the faces
 * that have them, and their marks; formulas in the type around them. Imports {@code source}, {@code
 * document}, {@code style}, {@code glyph}, {@code math} and {@code page}.
 */
@org.jspecify.annotations.NullMarked
package offprint.type;
