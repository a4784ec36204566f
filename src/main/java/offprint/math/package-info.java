/**
 * Formulas. In: TeX as authors write it between dollars (LaTeX's and amsmath's), and for setting a
 * face with a table MATH and a size. Out: MathML, and the formula set, glyphs and rules around a
 * baseline. Loaded only where an article has a formula. Imports {@code glyph} and {@code xml}.
 */
@org.jspecify.annotations.NullMarked
package offprint.math;
