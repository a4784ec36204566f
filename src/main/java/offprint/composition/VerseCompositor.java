package offprint.composition;

import java.util.ArrayList;
import java.util.List;
import offprint.document.Block;
import offprint.galley.Galley;
import offprint.galley.Slug;
import offprint.glyph.GlyphRun;
import offprint.page.Structure;
import offprint.paragraph.Copy;
import offprint.paragraph.InlineCompositor;
import offprint.paragraph.Job;
import offprint.style.Element;
import offprint.style.Style;
import offprint.style.Tag;

/**
 * Sets verse: the author's lines as they are, each with its indent; what a line is too long for
 * hangs below it. A short stanza stands on one page, and one of a single line with the stanza above
 * it.
 */
final class VerseCompositor {
  /** A stanza of so many lines may not be parted: a sonnet's longest is of eight. */
  private static final int SHORT = 8;

  /** Of a blank before a line, as a share of the em. */
  private static final double BLANK = 0.5;

  private final Job job;
  private final Boxes boxes;
  private final InlineCompositor inlines;
  private final ParagraphCompositor paragraphs;
  private final CalledNotes notes;

  VerseCompositor(
      Job job,
      Boxes boxes,
      InlineCompositor inlines,
      ParagraphCompositor paragraphs,
      CalledNotes notes) {
    this.job = job;
    this.boxes = boxes;
    this.inlines = inlines;
    this.paragraphs = paragraphs;
    this.notes = notes;
  }

  void set(Block.Verse verse, Element element, Level level) {
    Boxes.Box box = boxes.open(level, element, level.structure.add(Structure.Role.DIVISION));
    for (int i = 0; i < verse.stanzas().size(); i++) {
      if (i > 0 && (isLine(verse, i) || i == 1 && isLine(verse, 0))) {
        level.galley.keepLast(Galley.Cut.AVOIDED);
      }
      stanza(verse.stanzas().get(i), box.inner());
    }
    boxes.close(box, level);
  }

  private static boolean isLine(Block.Verse verse, int stanza) {
    return verse.stanzas().get(stanza).lines().size() == 1;
  }

  private void stanza(Block.Verse.Stanza stanza, Level level) {
    Structure.Element structure = level.structure.add(Structure.Role.PARAGRAPH);
    Boxes.Box box = boxes.open(level, level.next(Tag.STANZA), structure);
    List<Slug> lines = new ArrayList<>();
    for (Block.Verse.Line line : stanza.lines()) {
      if (!lines.isEmpty()) {
        lines.add(parted(lines.removeLast(), box));
      }
      lines.addAll(line(line, box.inner()));
    }
    level.galley.addLines(
        lines,
        box.style().orphans(),
        box.style().widows(),
        lines.size() <= SHORT || box.style().breakInside() == Style.Break.AVOID);
    boxes.close(box, level);
    notes.standBehindBlockOf(level.structure);
  }

  private Slug parted(Slug line, Boxes.Box box) {
    Style style = box.style();
    GlyphRun blank = job.type().shape(" ", style, job.language(), false).getFirst();
    Structure.Content owner = box.inner().structure.content();
    return line.parted(blank, style.colour(), owner, job.isRightToLeft());
  }

  private List<Slug> line(Block.Verse.Line line, Level level) {
    Element element = level.next(Tag.VERSE_LINE);
    Style style = job.theme().style(element);
    // A line that hangs far out on a wide page leaves half of a narrow one to its words.
    double indent = Math.min(line.indent() * BLANK * style.size(), level.measure / 2);
    double hang = style.padding().left();
    Copy copy =
        inlines.copy(line.content(), element, level.structure, job.language(), level.measure);
    return paragraphs.set(
        copy,
        level.narrowed(indent + hang, job.isRightToLeft()),
        style,
        style.indent(),
        line.place());
  }
}
