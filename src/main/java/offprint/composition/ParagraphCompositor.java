package offprint.composition;

import java.util.List;
import offprint.document.Inline;
import offprint.galley.Galley;
import offprint.galley.Slug;
import offprint.page.Structure;
import offprint.paragraph.Copy;
import offprint.paragraph.InitialSetter;
import offprint.paragraph.InlineCompositor;
import offprint.paragraph.Job;
import offprint.paragraph.ParagraphSetter;
import offprint.source.Place;
import offprint.style.Element;
import offprint.style.Initial;
import offprint.style.Style;
import offprint.style.Style.Break;
import offprint.style.Tag;

/** Sets paragraphs into the galley: headings, lines of the masthead, captions as well. */
final class ParagraphCompositor {
  private final Job job;
  private final Boxes boxes;
  private final InlineCompositor inlines;
  private final ParagraphSetter setter;
  private final InitialSetter initials;
  private final CalledNotes notes;
  private final double leading;

  /**
   * @param leading of the page's grid, in points
   */
  ParagraphCompositor(
      Job job,
      Boxes boxes,
      InlineCompositor inlines,
      ParagraphSetter setter,
      CalledNotes notes,
      double leading) {
    this.job = job;
    this.boxes = boxes;
    this.inlines = inlines;
    this.setter = setter;
    this.initials = new InitialSetter(job.type(), setter);
    this.notes = notes;
    this.leading = leading;
  }

  void plain(String words, Level level, Tag tag) {
    paragraph(List.of(new Inline.Text(words, job.place())), level, tag, Structure.Role.PARAGRAPH);
  }

  void paragraph(List<Inline> content, Level level, Tag tag, Structure.Role role) {
    paragraph(content, level, level.next(tag), role, job.place());
  }

  void paragraph(
      List<Inline> content, Level level, Element element, Structure.Role role, Place place) {
    Structure.Element structure = level.structure.add(role);
    Boxes.Box box = boxes.open(level, element, structure);
    Copy copy = inlines.copy(content, element, structure, job.language(), box.inner().measure);
    if (box.style().stringSet() != null) {
      level.galley.onNext(
          List.of(),
          new Slug.Extras(
              List.of(),
              List.of(),
              List.of(),
              List.of(new Slug.Named(box.style().stringSet(), Inline.text(content)))));
    }
    if (copy.isEmpty()) {
      // A heading without words can be linked to all the same.
      level.galley.add(new Slug(0, List.of(), false));
    } else if (!initial(copy, box, element, place)) {
      lines(copy, box.inner(), box.style(), place);
    }
    boxes.close(box, level);
    if (role == Structure.Role.LABEL) {
      return; // beside a label stands only what it labels (ISO 14289-1, 7.2)
    }
    notes.standBehindBlockOf(level.structure);
  }

  /** Sets a paragraph that begins with an initial; false where it does not. */
  private boolean initial(Copy copy, Boxes.Box box, Element element, Place place) {
    Initial initial = job.theme().initial(element);
    Style style = box.style();
    ParagraphSetter.Lines set =
        initial == null
            ? null
            : initials.set(copy, style, form(box.inner(), style, style.indent()), initial);
    if (initial == null || set == null) {
      return false;
    }
    report(set, place);
    int kept = Math.max(initial.lines(), style.orphans());
    box.inner()
        .galley
        .addLines(
            counted(set.lines(), style), kept, style.widows(), style.breakInside() == Break.AVOID);
    return true;
  }

  void lines(Copy copy, Level level, Style style, Place place) {
    // A picture about as wide as the measure begins where all lines do, and its mark has room.
    Copy.Inset.Picture picture = copy.pictureAtHead();
    double wide = level.measure - style.indent() - 2 * style.size();
    boolean fills = picture != null && picture.width() > wide;
    lines(copy, level, style, fills ? 0 : style.indent(), place);
  }

  void lines(Copy copy, Level level, Style style, double indent, Place place) {
    List<Slug> lines = set(copy, level, style, indent, place);
    ParagraphSetter.Form form = form(level, style, indent);
    Galley.Cut inside = inside(level.element, style);
    if (form.align() == Style.Align.JUSTIFY && inside != Galley.Cut.AVOIDED) {
      level.galley.addParagraph(
          lines,
          style.orphans(),
          style.widows(),
          inside,
          () ->
              setter.others(copy, style, form).stream()
                  .map(again -> counted(again.lines(), style))
                  .toList());
    } else {
      int from = level.galley.size();
      level.galley.addLines(lines, style.orphans(), style.widows(), false);
      level.galley.keepTogether(from, inside);
    }
  }

  /** Whether a page may end within a paragraph: better between the items of a list than in one. */
  private static Galley.Cut inside(Element paragraph, Style style) {
    boolean item = paragraph.parent() != null && paragraph.parent().tag().isListItem();
    return style.breakInside() == Break.AVOID
        ? Galley.Cut.AVOIDED
        : item ? Galley.Cut.UNWELCOME : Galley.Cut.ALLOWED;
  }

  /** The lines of a paragraph, for who puts them into the galley himself. */
  List<Slug> set(Copy copy, Level level, Style style, double indent, Place place) {
    ParagraphSetter.Lines set = setter.set(copy, style, form(level, style, indent));
    report(set, place);
    return counted(set.lines(), style);
  }

  private List<Slug> counted(List<Slug> lines, Style style) {
    double below = style.leading() - job.type().baseline(style);
    return lines.stream()
        .map(line -> line.counted(line.height() - below, style.lineNumbers()))
        .toList();
  }

  private ParagraphSetter.Form form(Level level, Style style, double indent) {
    return new ParagraphSetter.Form(
        level.left, level.measure, indent, style.align(), isOnGrid(style, level));
  }

  private void report(ParagraphSetter.Lines set, Place place) {
    if (set.overfull() != null) {
      job.findings()
          .warning(
              "overfull-line",
              place,
              "a line is wider than the measure: '" + shortened(set.overfull()) + "'",
              "a word or address that cannot be divided; rephrase it or set on a larger page");
    }
  }

  private static String shortened(String words) {
    String line = words.strip();
    return line.length() <= 60 ? line : line.substring(0, 57) + "...";
  }

  /**
   * Running text returns to the grid; what has space of its own around it, and what is inside that,
   * need not.
   */
  private boolean isOnGrid(Style style, Level level) {
    return level.onGrid
        && style.margin().top() == 0
        && style.margin().bottom() == 0
        && Math.abs(style.leading() - leading) < 0.01;
  }
}
