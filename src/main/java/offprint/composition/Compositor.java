package offprint.composition;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Supplier;
import offprint.document.Block;
import offprint.document.FootNumbers;
import offprint.document.Inline;
import offprint.document.LinkList;
import offprint.document.Note;
import offprint.document.Spot;
import offprint.document.Wording;
import offprint.galley.Galley;
import offprint.galley.SetNote;
import offprint.galley.Slug;
import offprint.page.Mark;
import offprint.page.Structure;
import offprint.paragraph.CodeSetter;
import offprint.paragraph.Copy;
import offprint.paragraph.FolioRooms;
import offprint.paragraph.InlineCompositor;
import offprint.paragraph.Job;
import offprint.paragraph.ParagraphSetter;
import offprint.style.Element;
import offprint.style.Style;
import offprint.style.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Sets the galley: goes through the document block by block, has each set by who knows its trade,
 * and sets the plain ones itself.
 */
final class Compositor {
  private final Job job;
  private final Boxes boxes;
  private final InlineCompositor inlines;
  private final ParagraphCompositor paragraphs;
  private final MastheadCompositor masthead;
  private final ContentsCompositor contents;
  private final ListCompositor lists;
  private final DefinitionCompositor definitions;
  private final VerseCompositor verse;
  private final FigureCompositor figures;
  private final FormulaCompositor formulas;
  private final TableCompositor tables;
  private final NoteCompositor notes;
  private final LinkListCompositor links;
  private final Block.@Nullable Paragraph withInitial;
  private final CalledNotes called = new CalledNotes();

  /**
   * @param folios the room for page numbers
   */
  Compositor(Job job, FolioRooms folios) {
    this.job = job;
    withInitial = job.document().withInitial();
    FootNumbers numbers = FootNumbers.of(job.document());
    double leading = job.theme().style(Job.body()).leading();
    boxes = new Boxes(job);
    ParagraphSetter setter = new ParagraphSetter(job.type());
    inlines =
        new InlineCompositor(
            job.theme(),
            job.type(),
            job.document(),
            numbers,
            this::note,
            this::addressNote,
            folios);
    paragraphs = new ParagraphCompositor(job, boxes, inlines, setter, called, leading);
    masthead = new MastheadCompositor(job, boxes, paragraphs, leading);
    contents = new ContentsCompositor(job, boxes, inlines, paragraphs, folios);
    lists = new ListCompositor(job, boxes, this::blocks);
    formulas = new FormulaCompositor(job, boxes);
    definitions = new DefinitionCompositor(boxes, paragraphs, this::blocks, called);
    verse = new VerseCompositor(job, boxes, inlines, paragraphs, called);
    tables = new TableCompositor(job, boxes, setter, inlines, paragraphs, this::cellBlocks, called);
    figures = new FigureCompositor(job, boxes, inlines, paragraphs, leading);
    links = new LinkListCompositor(job, boxes, inlines, paragraphs, lists);
    notes = new NoteCompositor(job, boxes, paragraphs, lists, links, this::blocks, numbers, called);
  }

  private SetNote note(Note note) {
    return notes.note(note);
  }

  private SetNote addressNote(LinkList.Entry entry) {
    return notes.addressNote(entry);
  }

  /** Title and what goes with it, the body, and what is said about the author. */
  Galley article(Structure.Element root) {
    Galley galley = new Galley();
    Level level = new Level(Job.body(), root, galley, 0, job.measure(), true);
    masthead.set(level);
    summary(level);
    contents.set(level);
    blocks(job.document().body(), level);
    about(level);
    galley.endSection();
    return galley;
  }

  /**
   * The closing list of links.
   *
   * @param pages on which each link is used, by its number
   */
  Galley links(Structure.Element root, Supplier<Map<Integer, SortedSet<Integer>>> pages) {
    return links.set(root, pages);
  }

  private void summary(Level level) {
    if (!job.document().summary().isEmpty()) {
      nested(job.document().summary(), level.next(Tag.ABSTRACT), level, Structure.Role.SECTION);
    }
  }

  private void about(Level level) {
    if (job.document().about().isEmpty()) {
      return;
    }
    Boxes.Box box =
        boxes.open(level, level.next(Tag.ABOUT), level.structure.add(Structure.Role.SECTION));
    level.galley.section(1);
    thematicBreak(box.inner().next(Tag.of("hr")), box.inner());
    level.galley.cut(Galley.Cut.FORBIDDEN);
    blocks(job.document().about(), box.inner());
    boxes.close(box, level);
  }

  private void blocks(List<Block> blocks, Level level) {
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      int above = level.galley.size();
      Element element = level.next(block == withInitial ? Tag.DROP_CAP : Tag.of(block));
      if (block instanceof Block.Heading heading
          && job.theme().style(element).display() == Style.Display.RUN_IN
          && i + 1 < blocks.size()
          && blocks.get(i + 1) instanceof Block.Paragraph paragraph
          && !beginsWithPicture(paragraph.content())) {
        runIn(heading, element, paragraph, level);
        i++;
      } else {
        block(block, element, level);
      }
      if (level.galley.size() == above + 1) {
        ofOneLine(block, above, level.galley);
      }
      if (i + 1 < blocks.size()) {
        level.galley.keepLast(
            announces(block, blocks.get(i + 1))
                ? Galley.Cut.AVOIDED
                : level.element.tag().isListItem() ? Galley.Cut.UNWELCOME : Galley.Cut.ALLOWED);
      }
    }
  }

  /**
   * A line that stands apart by its space begins no page alone, parted from what it belongs to, nor
   * does one of other words end it.
   */
  private static void ofOneLine(Block block, int entry, Galley galley) {
    boolean words = block instanceof Block.BlockQuote || block instanceof Block.Verse;
    boolean apart =
        block instanceof Block.CodeBlock
            || block instanceof Block.BulletList
            || block instanceof Block.OrderedList;
    if ((words || apart) && entry > 0) {
      galley.keepTogether(entry - 1, words ? Galley.Cut.AVOIDED : Galley.Cut.UNWELCOME);
    }
    if (words) {
      galley.keepLast(Galley.Cut.UNWELCOME);
    }
  }

  /** Whether a paragraph ends in a colon and what it means is below it. */
  private static boolean announces(Block block, Block next) {
    return block instanceof Block.Paragraph paragraph
        && Inline.text(paragraph.content()).stripTrailing().endsWith(":")
        && switch (next) {
          case Block.Heading h -> false;
          case Block.Paragraph p -> false;
          case Block.Figure floats -> false;
          case Block.BlockQuote q -> true;
          case Block.Alert a -> true;
          case Block.BulletList l -> true;
          case Block.OrderedList l -> true;
          case Block.DefinitionList l -> true;
          case Block.Verse v -> true;
          case Block.CodeBlock c -> true;
          case Block.Formula f -> true;
          case Block.ThematicBreak b -> false;
          case Block.Table t -> true;
        };
  }

  private void block(Block block, Element element, Level level) {
    switch (block) {
      case Block.Heading heading -> heading(heading, element, level);
      case Block.Paragraph paragraph -> paragraph(paragraph, element, level);
      case Block.BlockQuote quote ->
          nested(quote.content(), element, level, Structure.Role.BLOCK_QUOTE);
      case Block.Alert alert -> alert(alert, element, level);
      case Block.BulletList list ->
          lists.set(list.items(), element, level, item -> null, Structure.Numbering.DISC);
      case Block.OrderedList list ->
          lists.set(
              list.items(),
              element,
              level,
              item -> list.start() + item,
              Structure.Numbering.DECIMAL);
      case Block.DefinitionList list -> definitions.set(list, element, level);
      case Block.Verse poem -> verse.set(poem, element, level);
      case Block.CodeBlock code -> code(code, element, level);
      case Block.Formula formula -> formulas.set(formula, element, level);
      case Block.ThematicBreak thematicBreak -> thematicBreak(element, level);
      case Block.Table table -> tables.set(table, element, level);
      case Block.Figure figure ->
          figures.set(figure.picture(), figure.caption(), element, level, figure.place());
    }
  }

  private void nested(List<Block> content, Element element, Level level, Structure.Role role) {
    Boxes.Box box = boxes.open(level, element, level.structure.add(role));
    blocks(content, box.inner());
    boxes.close(box, level);
  }

  private static boolean beginsWithPicture(List<Inline> content) {
    return !content.isEmpty()
        && switch (content.getFirst()) {
          case Inline.Image image -> true;
          case Inline.Link link -> beginsWithPicture(link.content());
          case Inline.Phrase phrase -> beginsWithPicture(phrase.content());
          case Inline.Abbreviation a -> false;
          case Inline.Code c -> false;
          case Inline.Formula f -> false;
          case Inline.LineBreak b -> false;
          case Inline.NoteReference n -> false;
          case Inline.SoftBreak s -> false;
          case Inline.Text t -> false;
        };
  }

  private void heading(Block.Heading heading, Element element, Level level) {
    announce(heading, level);
    paragraphs.paragraph(heading.content(), level, element, headingRole(element), heading.place());
    if (job.theme().style(element).display() == Style.Display.RUN_IN) {
      // It has no paragraph to begin, and stands above a list or code as other headings do.
      level.galley.keepWithNext();
    }
  }

  private static void announce(Block.Heading heading, Level level) {
    level.galley.section(heading.level());
    level.galley.onNext(
        List.of(new Mark.Anchor(heading.id(), 0, 0)), Slug.Extras.at(Spot.of(heading)));
  }

  private static Structure.Role headingRole(Element element) {
    return Structure.Role.heading(element.tag().name().charAt(1) - '0');
  }

  private void runIn(
      Block.Heading heading, Element element, Block.Paragraph paragraph, Level level) {
    announce(heading, level);
    Element p = level.next(Tag.of(paragraph));
    Style style = job.theme().style(p);
    Structure.Element head = level.structure.add(headingRole(element));
    Structure.Element body = level.structure.add(Structure.Role.PARAGRAPH);
    String language = job.language();
    Boxes.Box box = boxes.open(level, element, body);
    Copy copy = inlines.copy(heading.content(), element, head, language, box.measure());
    inlines.label(copy, "\u2002", element, head, language);
    inlines.append(copy, paragraph.content(), p, body, language, box.measure());
    paragraphs.lines(copy, box.inner(), style, 0, paragraph.place());
    boxes.close(box, level);
    called.standBehindBlockOf(level.structure);
  }

  private void paragraph(Block.Paragraph paragraph, Element element, Level level) {
    if (paragraph.isPicture()) {
      figures.set(paragraph.content().getFirst(), List.of(), element, level, paragraph.place());
      return;
    }
    paragraphs.paragraph(
        paragraph.content(), level, element, Structure.Role.PARAGRAPH, paragraph.place());
  }

  private void thematicBreak(Element element, Level level) {
    Style style = job.theme().style(element);
    boxes.above(style, level.galley);
    String ornament = style.before();
    if (ornament != null) {
      double baseline = job.type().baseline(style);
      double width = job.type().width(ornament, style, job.language());
      level.galley.add(
          new Slug(
              style.leading(),
              job.type()
                  .line(
                      ornament,
                      style,
                      job.language(),
                      level.left + (level.measure - width) / 2,
                      baseline,
                      Mark.Artifact.LAYOUT),
              false));
    } else {
      double width = style.width() == null ? level.measure : style.width().of(level.measure);
      Style.Border border =
          style.border().top().width() > 0
              ? style.border().top()
              : new Style.Border(0.5, style.colour());
      double rest = level.measure - width;
      boolean aside = style.align() == Style.Align.LEFT;
      double blank = !aside ? rest / 2 : job.isRightToLeft() ? rest : 0;
      Boxes.rule(level.galley, level.left + blank, width, border);
    }
    boxes.below(style, style.breakAfter(), level.galley);
    if (style.breakAfter() == Style.Break.AVOID) {
      level.galley.keepWithNext(Galley.Cut.APART);
    }
  }

  private void alert(Block.Alert alert, Element element, Level level) {
    Boxes.Box box = boxes.open(level, element, level.structure.add(Structure.Role.DIVISION));
    List<Inline> title = Wording.of(job.language()).title(alert);
    if (!title.isEmpty()) {
      level.galley.onNext(List.of(), Slug.Extras.at(Spot.of(alert)));
      paragraphs.paragraph(title, box.inner(), Tag.label(alert), Structure.Role.PARAGRAPH);
      level.galley.keepWithNext();
    }
    blocks(alert.content(), box.inner());
    level.galley.endKept();
    boxes.close(box, level);
  }

  private void code(Block.CodeBlock code, Element element, Level level) {
    Structure.Element paragraph = level.structure.add(Structure.Role.PARAGRAPH);
    Boxes.Box box = boxes.open(level, element, paragraph);
    Structure.Element structure = paragraph.add(Structure.Role.CODE);
    new CodeSetter(job.type(), job.theme(), element)
        .set(code, structure, box.inner().left, box.inner().measure, level.galley);
    boxes.close(box, level);
  }

  /** A cell that is more than a line of text, as slugs with x from the cell's left. */
  private List<Slug> cellBlocks(
      List<Block> content, Element element, Structure.Element structure, double width) {
    Galley galley = new Galley();
    blocks(content, new Level(element, structure, galley, 0, width));
    return galley.slugs();
  }
}
