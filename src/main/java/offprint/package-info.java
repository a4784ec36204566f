/**
 * Offprint turns a Markdown article into a printed copy and an e-reader copy.
 *
 * <pre>
 * article.md ─ source ─▶ markdown ─▶ Document ─┬─▶ composition ─▶ Galley ─▶ makeup ─▶ Pages ─▶ pdf ──▶ article.pdf
 *                                              │                                        └▶ cover ─┐
 *                                              └─▶ epub (style) ◀────────────────────────────────┘ ─────▶ article.epub
 * </pre>
 *
 * <p>{@code composition} goes through the document and has it set in the styles of {@code style}:
 * {@code paragraph} sets lines, from the {@code type} that {@code glyph} shapes, which {@code line}
 * breaks; {@code table} sets tables; {@code makeup} cuts the {@code galley} into what {@code page}
 * says pages are.
 *
 * <p>{@code code} tells {@code markdown} the parts of code; {@code math} reads formulas for it,
 * sets them for {@code type} and writes them as MathML for {@code epub}. {@code web} adds to the
 * document what is known of its links. {@code picture} makes of the article's pictures what every
 * reader shows, and {@code device} says what one would not take. {@code archive} holds what both
 * copies carry of their making, and {@code bag} keeps all of it in a folder for archives.
 *
 * <p>Start reading at {@link offprint.Press}: it takes one article through all the stages. Each
 * room's {@code package-info} says what comes in and what goes out; {@code FloorPlanTest} holds who
 * may import whom.
 */
@org.jspecify.annotations.NullMarked
package offprint;
