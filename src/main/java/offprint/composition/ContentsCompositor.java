package offprint.composition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import offprint.document.Block;
import offprint.document.Direction;
import offprint.document.Document;
import offprint.document.Inline;
import offprint.document.Outline;
import offprint.document.Settings;
import offprint.document.Wording;
import offprint.galley.Galley;
import offprint.galley.Slug;
import offprint.glyph.GlyphRun;
import offprint.page.Mark;
import offprint.page.Structure;
import offprint.paragraph.Copy;
import offprint.paragraph.FolioRooms;
import offprint.paragraph.InlineCompositor;
import offprint.paragraph.Job;
import offprint.style.Element;
import offprint.style.Style;
import offprint.style.Tag;

/**
 * Sets the list of contents: the headings of the two topmost levels with their pages. An e-reader
 * has its own, and gets none in the text.
 */
final class ContentsCompositor {
  private static final int LEVELS = 2;

  /** An article is listed by itself from this many headings on... */
  private static final int MANY = 6;

  /** ...if its source has this many characters, which are a dozen pages. */
  private static final int LONG = 30_000;

  /** Between an entry's words and the numbers' column, in ems. */
  private static final double GAP = 1;

  /** Fewer pieces of a leader than these lead nowhere. */
  private static final int FEWEST = 3;

  private final Job job;
  private final Boxes boxes;
  private final InlineCompositor inlines;
  private final ParagraphCompositor paragraphs;
  private final FolioRooms folios;
  private String noughts = "";
  private final Map<String, Block.Heading> headings = new LinkedHashMap<>();

  /**
   * @param folios the room for page numbers
   */
  ContentsCompositor(
      Job job,
      Boxes boxes,
      InlineCompositor inlines,
      ParagraphCompositor paragraphs,
      FolioRooms folios) {
    this.job = job;
    this.boxes = boxes;
    this.inlines = inlines;
    this.paragraphs = paragraphs;
    this.folios = folios;
  }

  /** The list, where it is asked for, or nobody said anything and the article is long. */
  void set(Level level) {
    Document document = job.document();
    List<Outline.Entry> entries = Outline.of(document).entries();
    if (!isWanted(document, entries)) {
      return;
    }
    for (Block block : document.body()) {
      if (block instanceof Block.Heading heading) {
        headings.put(heading.id(), heading);
      }
    }
    // The last number is the widest.
    noughts = "0".repeat(folios.of(last(entries, 1).id()));
    Boxes.Box nav =
        boxes.open(level, level.next(Tag.CONTENTS), level.structure.add(Structure.Role.SECTION));
    paragraphs.paragraph(
        List.of(new Inline.Text(Wording.of(job.language()).contents(), job.place())),
        nav.inner(),
        Tag.CONTENTS_HEADING,
        Structure.Role.HEADING_2);
    entries(entries, nav.inner(), 1);
    boxes.close(nav, level);
  }

  private boolean isWanted(Document document, List<Outline.Entry> entries) {
    Settings.Contents asked = document.settings().contents();
    if (asked == Settings.Contents.TRUE && entries.isEmpty()) {
      job.findings()
          .info("no-contents", job.place(), "there is no heading that could be listed", null);
    }
    if (asked == Settings.Contents.TRUE || asked == Settings.Contents.FALSE) {
      return asked == Settings.Contents.TRUE && !entries.isEmpty();
    }
    return document.source().text().length() >= LONG && count(entries, 1) >= MANY;
  }

  private static Outline.Entry last(List<Outline.Entry> entries, int depth) {
    Outline.Entry last = entries.getLast();
    return depth < LEVELS && !last.entries().isEmpty() ? last(last.entries(), depth + 1) : last;
  }

  private static int count(List<Outline.Entry> entries, int depth) {
    return entries.size()
        + (depth < LEVELS
            ? entries.stream().mapToInt(entry -> count(entry.entries(), depth + 1)).sum()
            : 0);
  }

  private void entries(List<Outline.Entry> entries, Level level, int depth) {
    Structure.Element list = level.structure.add(Structure.Role.TABLE_OF_CONTENTS);
    Boxes.Box box = boxes.open(level, level.next(Tag.CONTENTS_LIST), list);
    for (Outline.Entry entry : entries) {
      if (entry == entries.getLast()) {
        // Alone on the next page it would seem to belong to what follows.
        level.galley.cut(Galley.Cut.FORBIDDEN);
      }
      Structure.Element item = list.add(Structure.Role.TABLE_OF_CONTENTS_ITEM);
      Element element = box.inner().next(Tag.CONTENTS_ENTRY);
      Boxes.Box inner = boxes.open(box.inner(), element, item);
      entry(entry, element, inner);
      if (depth < LEVELS && !entry.entries().isEmpty()) {
        // An entry ends no page if some of its own follow.
        level.galley.cut(Galley.Cut.FORBIDDEN);
        // ISO 32000-1, table 333: a list's kids are items, or lists.
        Level below =
            new Level(element, list, level.galley, inner.inner().left, inner.inner().measure);
        entries(entry.entries(), below, depth + 1);
      }
      boxes.close(inner, box.inner());
    }
    boxes.close(box, level);
  }

  private void entry(Outline.Entry entry, Element element, Boxes.Box box) {
    Level level = box.inner();
    Style style = box.style();
    Structure.Element link =
        level
            .structure
            .add(Structure.Role.REFERENCE)
            .add(Structure.Role.LINK)
            .alternative(entry.title());
    Copy.Use use = new Copy.Use(link, new Mark.Destination.Name(entry.id()), entry.title(), 0);
    Block.Heading heading = headings.get(entry.id());
    if (heading == null) {
      throw new IllegalStateException("an outline's entry must be a heading: " + entry.id());
    }
    Style number = job.theme().style(element.child(Tag.CONTENTS_PAGE, null));
    double column = job.type().number(noughts, number).width() + GAP * style.size();
    Level words =
        new Level(
            element,
            link,
            level.galley,
            level.left + (job.isRightToLeft() ? column : 0),
            level.measure - column);
    Copy copy = new Copy();
    copy.read(Direction.of(job.language()));
    inlines.append(
        copy, Inline.quoted(heading.content()), element, link, job.language(), words.measure, use);
    List<Slug> lines =
        new ArrayList<>(paragraphs.set(copy, words, style, style.indent(), heading.place()));
    lines.add(numbered(lines.removeLast(), entry.id(), level, element, use));
    level.galley.addLines(lines, lines.size(), lines.size(), true);
  }

  /** An entry's last line with what leads to the page's number, and the number. */
  private Slug numbered(Slug line, String anchor, Level level, Element element, Copy.Use use) {
    Style style = job.theme().style(element);
    Style number = job.theme().style(element.child(Tag.CONTENTS_PAGE, null));
    double baseline = job.type().baseline(style);
    // A blank as wide as is left brings the number to the edge, and parts it from the words.
    GlyphRun room = job.type().number(blanked(noughts), number);
    double right = level.left + level.measure;
    double x = job.isRightToLeft() ? level.left : right - room.width();
    List<Mark> marks = new ArrayList<>();
    double first = right;
    double last = 0;
    for (Mark mark : line.marks()) {
      if (mark instanceof Mark.Link words) {
        first = Math.min(first, words.x());
        last = Math.max(last, words.x() + words.width());
        marks.add(widened(words, level));
      } else {
        marks.add(mark);
      }
    }
    double column = job.type().number(noughts, number).width();
    marks.addAll(
        job.isRightToLeft()
            ? leader(element, level.left + column, first, baseline)
            : leader(element, last, right - column, baseline));
    marks.add(new Mark.Text(room, x, baseline, number.colour(), use.element.content(), null));
    Slug.Slot slot =
        new Slug.Slot(
            anchor,
            room,
            folio -> {
              GlyphRun set = job.type().number(blanked(Integer.toString(folio)), number);
              return job.type().justified(set, 1, 0, room.width() - set.width());
            });
    Slug.Extras extras =
        line.extras().and(new Slug.Extras(List.of(), List.of(), List.of(slot), List.of()));
    return new Slug(line.height(), marks, line.onGrid(), extras, false);
  }

  /**
   * As many of the leader's pieces as there is room for behind a space. They stand below each other
   * all down the list, since they are counted from the numbers.
   */
  private List<Mark> leader(Element element, double from, double to, double baseline) {
    Style style = job.theme().style(element.child(Tag.CONTENTS_LEADER, null));
    String piece = style.before();
    if (piece == null) {
      return List.of();
    }
    double end = style.size() / 2;
    double room = to - from - end - width(" ", job.theme().style(element));
    // Pieces kern, and the letter space behind the last one is seen by nobody.
    String most = piece.repeat((int) (2 * job.measure() / width(piece, style)));
    double[] offsets = job.type().offsets(most, style, job.language());
    int count = 0;
    while (offsets[(count + 1) * piece.length()] - style.letterSpacing() <= room) {
      count++;
    }
    if (count < FEWEST) {
      return List.of();
    }
    String pieces = most.substring(0, count * piece.length());
    double x =
        job.isRightToLeft() ? from + end : to - end - width(pieces, style) + style.letterSpacing();
    return job.type().line(pieces, style, job.language(), x, baseline, Mark.Artifact.LAYOUT);
  }

  private double width(String words, Style style) {
    return job.type().width(words, style, job.language());
  }

  private String blanked(String number) {
    return job.isRightToLeft() ? number + " " : " " + number;
  }

  /** The whole line is clicked for the page. */
  private static Mark.Link widened(Mark.Link words, Level level) {
    return new Mark.Link(
        level.left,
        words.y(),
        level.measure,
        words.height(),
        words.destination(),
        words.element(),
        words.description());
  }
}
