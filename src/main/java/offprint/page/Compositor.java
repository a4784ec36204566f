package offprint.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import offprint.document.Block;
import offprint.document.Document;
import offprint.document.FootNumbers;
import offprint.document.Inline;
import offprint.document.LinkList;
import offprint.document.Metadata;
import offprint.document.Note;
import offprint.document.Wording;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.style.Element;
import offprint.style.Style;
import offprint.style.Style.Break;
import offprint.style.Tag;
import offprint.style.Theme;
import org.jspecify.annotations.Nullable;

/**
 * Sets the galley: goes through the document block by block, has paragraphs and tables set, and
 * puts space, rules, marks of lists and notes where the theme wants them.
 */
final class Compositor {
  private final Theme theme;
  private final TypeCase type;
  private final ParagraphSetter paragraphs;
  private final InlineCompositor inlines;
  private final Document document;
  private final FootNumbers numbers;
  private final Findings findings;
  private final double measure;
  private final double depth;
  private final Element body;
  private final Style bodyStyle;
  private final List<Structure.Element> pendingNotes = new ArrayList<>();

  /**
   * @param measure of the text, in points
   * @param depth of the text on a page, in points
   * @param folioDigits how many digits a page number may have
   */
  Compositor(
      Theme theme,
      TypeCase type,
      Document document,
      Findings findings,
      double measure,
      double depth,
      int folioDigits) {
    this.theme = theme;
    this.type = type;
    this.paragraphs = new ParagraphSetter(type);
    this.document = document;
    this.numbers = FootNumbers.of(document);
    this.findings = findings;
    this.measure = measure;
    this.depth = depth;
    this.body = Element.root().child(Tag.BODY, null);
    this.bodyStyle = theme.style(body);
    this.inlines =
        new InlineCompositor(
            theme, type, document, numbers, this::note, this::addressNote, folioDigits);
  }

  /** Where blocks stand: the element they are in, what they belong to, and between which lines. */
  private static final class Level {
    final Element element;
    final Structure.Element structure;
    final Galley galley;
    final double left;
    final double measure;
    final boolean onGrid;
    private @Nullable Element previous;

    Level(
        Element element, Structure.Element structure, Galley galley, double left, double measure) {
      this(element, structure, galley, left, measure, false);
    }

    Level(
        Element element,
        Structure.Element structure,
        Galley galley,
        double left,
        double measure,
        boolean onGrid) {
      this.element = element;
      this.structure = structure;
      this.galley = galley;
      this.left = left;
      this.measure = measure;
      this.onGrid = onGrid;
    }

    /** The next element at this level. */
    Element next(Tag tag) {
      previous = element.child(tag, previous);
      return previous;
    }
  }

  /** A block's box while its content is set. */
  private record Box(Level inner, Style style, double left, double measure, int first) {}

  // ---- the article

  /** Title and what goes with it, the body, and what is said about the author. */
  Galley article(Structure.Element root) {
    Galley galley = new Galley();
    Level level = new Level(body, root, galley, 0, measure, true);
    masthead(level);
    blocks(document.body(), level);
    about(level);
    return galley;
  }

  private void masthead(Level level) {
    Metadata metadata = document.metadata();
    Element header = level.next(Tag.MASTHEAD);
    Box box = open(level, header, level.structure);
    Level inside = box.inner;
    inside.galley.onNext(List.of(new Mark.Anchor("title", 0, 0)), Slug.Extras.NONE);
    List<Inline> title =
        document.title().isEmpty()
            ? List.of(new Inline.Text(metadata.title(), Place.of(document.source().name())))
            : document.title();
    paragraph(title, inside, Tag.TITLE, Structure.Role.HEADING_1);
    if (metadata.subtitle() != null) {
      plain(metadata.subtitle(), inside, Tag.SUBTITLE);
    }
    if (!metadata.authors().isEmpty()) {
      Wording wording = Wording.of(metadata.language());
      plain(
          wording.names(metadata.authors().stream().map(Metadata.Author::name).toList()),
          inside,
          Tag.BYLINE);
      for (String line : affiliations(metadata.authors())) {
        plain(line, inside, Tag.AFFILIATION);
      }
    }
    if (metadata.date() != null) {
      plain(Wording.of(metadata.language()).date(metadata.date()), inside, Tag.DATE);
    }
    close(box, level);
    level.galley.cut(Galley.Cut.FORBIDDEN);
  }

  /** What authors are and where, a line each; whose it is is said where there are several. */
  static List<String> affiliations(List<Metadata.Author> authors) {
    List<String> lines = new ArrayList<>();
    for (Metadata.Author author : authors) {
      List<String> facts = new ArrayList<>();
      if (author.role() != null) {
        facts.add(author.role());
      }
      if (author.affiliation() != null) {
        facts.add(author.affiliation());
      }
      if (facts.isEmpty()) {
        continue;
      }
      String line = String.join(", ", facts);
      lines.add(authors.size() == 1 ? line : author.name() + ", " + line);
    }
    List<String> distinct = lines.stream().distinct().toList();
    return distinct;
  }

  private void plain(String words, Level level, Tag tag) {
    paragraph(
        List.of(new Inline.Text(words, Place.of(document.source().name()))),
        level,
        tag,
        Structure.Role.PARAGRAPH);
  }

  private void about(Level level) {
    if (document.about().isEmpty()) {
      return;
    }
    Box box = open(level, level.next(Tag.ABOUT), level.structure.add(Structure.Role.SECTION));
    thematicBreak(box.inner.next(Tag.of("hr")), box.inner);
    level.galley.cut(Galley.Cut.FORBIDDEN);
    blocks(document.about(), box.inner);
    close(box, level);
  }

  // ---- the link list

  /**
   * The closing list of links.
   *
   * @param pages on which a link is used, by its number
   */
  Galley links(Structure.Element root, IntFunction<List<Integer>> pages) {
    Galley galley = new Galley();
    LinkList links = document.links();
    if (!links.isShown()) {
      return galley;
    }
    Level level = new Level(body, root, galley, 0, measure);
    String language = document.metadata().language();
    // Behind the body's last block, so that the theme's rules for what follows something fit.
    level.next(Tag.ABOUT);
    Box section = open(level, level.next(Tag.LINKS), root.add(Structure.Role.SECTION));
    paragraph(
        List.of(new Inline.Text(Wording.of(language).links(), Place.of(document.source().name()))),
        section.inner,
        Tag.LINKS_HEADING,
        Structure.Role.HEADING_2);
    if (!links.entries().isEmpty()) {
      entries(links, section.inner, pages);
    }
    if (!links.placeholders().isEmpty()) {
      plain(
          Wording.of(language).placeholders(links.placeholders()), section.inner, Tag.PLACEHOLDERS);
    }
    close(section, level);
    return galley;
  }

  private void entries(LinkList links, Level level, IntFunction<List<Integer>> pages) {
    Structure.Element list =
        level.structure.add(Structure.Role.LIST).numbering(Structure.Numbering.DECIMAL);
    Box box = open(level, level.next(Tag.LINKS_LIST), list);
    String language = document.metadata().language();
    for (LinkList.Entry entry : links.entries()) {
      Structure.Element item = list.add(Structure.Role.LIST_ITEM);
      Structure.Element label = item.add(Structure.Role.LABEL);
      Structure.Element said = item.add(Structure.Role.LIST_BODY);
      Element element = box.inner.next(Tag.LINK);
      Level inner = new Level(element, said, level.galley, box.inner.left, box.inner.measure);
      Box itemBox = open(box.inner, element, said);
      marker(entry.number() + ".", itemBox.inner, theme.style(element), label);
      level.galley.onNext(
          List.of(new Mark.Anchor(InlineCompositor.linkAnchor(entry), 0, 0)), Slug.Extras.NONE);
      Copy copy = new Copy();
      if (!entry.bare()) {
        Element words = element.child(Tag.LINK_WORDS, null);
        inlines.label(copy, entry.words() + " ", words, said, language);
      }
      address(copy, entry, element, said, language);
      List<Integer> used = pages.apply(entry.number());
      if (!used.isEmpty()) {
        Element where = element.child(Tag.LINK_PAGES, null);
        String page = Wording.of(language).page();
        inlines.label(copy, " " + page + "\u00A0" + joined(used), where, said, language);
      }
      lines(copy, itemBox.inner, theme.style(element), entry.places().getFirst());
      close(itemBox, box.inner);
    }
    close(box, level);
  }

  private void address(
      Copy copy,
      LinkList.Entry entry,
      Element element,
      Structure.Element structure,
      String language) {
    Element tag = element.child(Tag.ADDRESS, null);
    Structure.Element link = structure.add(Structure.Role.LINK).alternative(entry.address());
    Copy.Use use =
        new Copy.Use(link, new Mark.Destination.Address(entry.address()), entry.address(), 0);
    copy.add(
        entry.shown(),
        theme.style(tag),
        language,
        link.content(),
        Copy.Division.ADDRESS,
        false,
        use);
  }

  private static String joined(List<Integer> pages) {
    return String.join(", ", pages.stream().map(String::valueOf).toList());
  }

  // ---- blocks

  private void blocks(List<Block> blocks, Level level) {
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      Element element = level.next(Tag.of(block));
      if (block instanceof Block.Heading heading
          && theme.style(element).display() == Style.Display.RUN_IN
          && i + 1 < blocks.size()
          && blocks.get(i + 1) instanceof Block.Paragraph paragraph) {
        runIn(heading, element, paragraph, level);
        i++;
      } else {
        block(block, element, level);
      }
    }
  }

  private void block(Block block, Element element, Level level) {
    switch (block) {
      case Block.Heading heading -> heading(heading, element, level);
      case Block.Paragraph paragraph -> paragraph(paragraph, element, level);
      case Block.BlockQuote quote ->
          nested(quote.content(), element, level, Structure.Role.BLOCK_QUOTE);
      case Block.Alert alert -> alert(alert, element, level);
      case Block.BulletList list ->
          list(list.items(), element, level, item -> null, Structure.Numbering.DISC);
      case Block.OrderedList list ->
          list(
              list.items(),
              element,
              level,
              item -> list.start() + item,
              Structure.Numbering.DECIMAL);
      case Block.CodeBlock code -> code(code, element, level);
      case Block.ThematicBreak thematicBreak -> thematicBreak(element, level);
      case Block.Table table -> table(table, element, level);
      case Block.Figure figure ->
          figure(figure.image(), figure.caption(), element, level, figure.place());
    }
  }

  private void nested(List<Block> content, Element element, Level level, Structure.Role role) {
    Box box = open(level, element, level.structure.add(role));
    blocks(content, box.inner);
    close(box, level);
  }

  private void heading(Block.Heading heading, Element element, Level level) {
    level.galley.onNext(List.of(new Mark.Anchor(heading.id(), 0, 0)), Slug.Extras.NONE);
    paragraph(heading.content(), level, element, headingRole(element), heading.place());
  }

  private static Structure.Role headingRole(Element element) {
    return Structure.Role.heading(element.tag().name().charAt(1) - '0');
  }

  private void runIn(
      Block.Heading heading, Element element, Block.Paragraph paragraph, Level level) {
    level.galley.onNext(List.of(new Mark.Anchor(heading.id(), 0, 0)), Slug.Extras.NONE);
    Element p = level.next(Tag.of(paragraph));
    Style style = theme.style(p);
    Structure.Element head = level.structure.add(headingRole(element));
    Structure.Element body = level.structure.add(Structure.Role.PARAGRAPH);
    String language = document.metadata().language();
    Box box = open(level, element, body);
    Copy copy = inlines.copy(heading.content(), element, head, language, box.measure);
    inlines.label(copy, "\u2002", element, head, language);
    inlines.append(copy, paragraph.content(), p, body, language, box.measure);
    lines(copy, box.inner, style, 0, paragraph.place());
    close(box, level);
    notesBehind(level.structure);
  }

  private void paragraph(Block.Paragraph paragraph, Element element, Level level) {
    if (paragraph.content().size() == 1
        && paragraph.content().getFirst() instanceof Inline.Image image) {
      figure(image, List.of(), element, level, paragraph.place());
      return;
    }
    paragraph(paragraph.content(), level, element, Structure.Role.PARAGRAPH, paragraph.place());
  }

  private void paragraph(List<Inline> content, Level level, Tag tag, Structure.Role role) {
    paragraph(content, level, level.next(tag), role, Place.of(document.source().name()));
  }

  private void paragraph(
      List<Inline> content, Level level, Element element, Structure.Role role, Place place) {
    Structure.Element structure = level.structure.add(role);
    Box box = open(level, element, structure);
    Copy copy =
        inlines.copy(
            content, element, structure, document.metadata().language(), box.inner.measure);
    if (box.style.stringSet() != null) {
      level.galley.onNext(
          List.of(),
          new Slug.Extras(
              List.of(),
              List.of(),
              List.of(),
              List.of(new Slug.Named(box.style.stringSet(), Inline.text(content)))));
    }
    if (copy.isEmpty()) {
      // A heading without words can be linked to all the same.
      level.galley.add(new Slug(0, List.of(), false));
    } else {
      lines(copy, box.inner, box.style, place);
    }
    close(box, level);
    notesBehind(level.structure);
  }

  private void lines(Copy copy, Level level, Style style, Place place) {
    lines(copy, level, style, style.indent(), place);
  }

  private void lines(Copy copy, Level level, Style style, double indent, Place place) {
    ParagraphSetter.Lines set =
        paragraphs.set(
            copy,
            style,
            new ParagraphSetter.Form(
                level.left, level.measure, indent, style.align(), isOnGrid(style, level)));
    report(set, place);
    level.galley.addLines(
        set.lines(), style.orphans(), style.widows(), style.breakInside() == Break.AVOID);
  }

  private void report(ParagraphSetter.Lines set, Place place) {
    if (set.overfull() != null) {
      findings.warning(
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
        && Math.abs(style.leading() - bodyStyle.leading()) < 0.01;
  }

  /** Notes stand in the structure behind the block that calls them. */
  private void notesBehind(Structure.Element structure) {
    for (Structure.Element note : List.copyOf(pendingNotes)) {
      structure.adopt(note);
    }
    pendingNotes.clear();
  }

  // ---- boxes

  private Box open(Level level, Element element, Structure.Element structure) {
    Style style = theme.style(element);
    Galley galley = level.galley;
    switch (style.breakBefore()) {
      case PAGE, RECTO, VERSO -> galley.cut(Galley.Cut.FORCED);
      case AVOID -> galley.cut(Galley.Cut.FORBIDDEN);
      case AUTO -> {}
    }
    galley.space(style.margin().top());
    double left = level.left + style.margin().left();
    double width = level.measure - style.margin().left() - style.margin().right();
    if (style.width() != null) {
      width = Math.min(width, style.width().of(width));
    }
    Style.Border top = style.border().top();
    if (top.width() > 0) {
      rule(galley, left, width, top);
      galley.cut(Galley.Cut.FORBIDDEN);
    }
    Style.Border side = style.border().left();
    if (side.width() > 0) {
      galley.push(new Slug.Bar(left, side.width(), side.colour()));
    }
    galley.moreSpace(style.padding().top());
    double inner = left + side.width() + style.padding().left();
    double innerWidth =
        width
            - side.width()
            - style.padding().left()
            - style.padding().right()
            - style.border().right().width();
    return new Box(
        new Level(
            element,
            structure,
            galley,
            inner,
            Math.max(innerWidth, 1),
            level.onGrid && element.tag().name().equals("p")),
        style,
        left,
        width,
        galley.size());
  }

  private void close(Box box, Level level) {
    Style style = box.style;
    Galley galley = level.galley;
    if (style.border().left().width() > 0) {
      galley.pop();
    }
    galley.space(style.padding().bottom());
    if (style.border().bottom().width() > 0) {
      galley.cut(Galley.Cut.FORBIDDEN);
      rule(galley, box.left, box.measure, style.border().bottom());
    }
    if (style.breakInside() == Break.AVOID) {
      galley.keepTogether(box.first);
    }
    switch (style.breakAfter()) {
      case PAGE, RECTO, VERSO -> galley.cut(Galley.Cut.FORCED);
      case AVOID -> galley.cut(Galley.Cut.FORBIDDEN);
      case AUTO -> {}
    }
    galley.space(style.margin().bottom());
  }

  private static void rule(Galley galley, double left, double width, Style.Border border) {
    galley.add(
        new Slug(
            border.width(),
            List.of(
                new Mark.Rule(
                    left, 0, width, border.width(), border.colour(), Mark.Artifact.LAYOUT)),
            false));
  }

  private void thematicBreak(Element element, Level level) {
    Style style = theme.style(element);
    level.galley.space(style.margin().top());
    String ornament = style.before();
    if (ornament != null) {
      double baseline = type.baseline(style);
      double width = type.width(ornament, style, document.metadata().language());
      level.galley.add(
          new Slug(
              style.leading(),
              type.line(
                  ornament,
                  style,
                  document.metadata().language(),
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
      double blank = style.align() == Style.Align.LEFT ? 0 : (level.measure - width) / 2;
      rule(level.galley, level.left + blank, width, border);
    }
    level.galley.space(style.margin().bottom());
  }

  private void alert(Block.Alert alert, Element element, Level level) {
    Box box = open(level, element, level.structure.add(Structure.Role.DIVISION));
    plain(
        Wording.of(document.metadata().language()).alert(alert.kind()), box.inner, Tag.ALERT_LABEL);
    level.galley.cut(Galley.Cut.FORBIDDEN);
    blocks(alert.content(), box.inner);
    close(box, level);
  }

  // ---- lists

  private void list(
      List<Block.ListItem> items,
      Element element,
      Level level,
      IntFunction<@Nullable Integer> number,
      Structure.Numbering numbering) {
    Structure.Element list = level.structure.add(Structure.Role.LIST);
    Box box = open(level, element, list);
    String marker = theme.style(element).marker();
    list.numbering(ListMarker.numbering(marker, numbering));
    for (int i = 0; i < items.size(); i++) {
      item(items.get(i), box.inner, list, number.apply(i));
    }
    close(box, level);
  }

  private void item(
      Block.ListItem item, Level level, Structure.Element list, @Nullable Integer number) {
    Structure.Element structure = list.add(Structure.Role.LIST_ITEM);
    Structure.Element label = structure.add(Structure.Role.LABEL);
    Structure.Element said = structure.add(Structure.Role.LIST_BODY);
    Element element = level.next(Tag.LIST_ITEM);
    Box box = open(level, element, said);
    String marker =
        switch (item.task()) {
          case OPEN -> "\u2610";
          case DONE -> "\u2611";
          case NONE -> ListMarker.of(box.style.marker(), number);
        };
    if (level.galley.hasPendingMarks()) {
      // A list as an item's first block: the outer item's mark gets a line to itself.
      level.galley.add(new Slug(box.style.leading(), List.of(), false));
      level.galley.cut(Galley.Cut.FORBIDDEN);
    }
    marker(marker, box.inner, box.style, label);
    if (item.content().isEmpty()) {
      level.galley.add(new Slug(box.style.leading(), List.of(), false));
    }
    blocks(item.content(), box.inner);
    close(box, level);
  }

  /** A mark in the indent, right-aligned, on the item's first line. */
  private void marker(String marker, Level level, Style style, Structure.Element label) {
    if (marker.isEmpty()) {
      return;
    }
    String language = document.metadata().language();
    double width = type.width(marker, style, language);
    double gap = style.size() * 0.45;
    level.galley.onNext(
        type.line(
            marker,
            style,
            language,
            level.left - gap - width,
            type.baseline(style),
            label.content()),
        Slug.Extras.NONE);
  }

  // ---- code

  private void code(Block.CodeBlock code, Element element, Level level) {
    Structure.Element paragraph = level.structure.add(Structure.Role.PARAGRAPH);
    Box box = open(level, element, paragraph);
    Structure.Element structure = paragraph.add(Structure.Role.CODE);
    Element inner = element.child(Tag.of("code"), null);
    List<Slug> lines =
        new CodeSetter(type, theme.style(inner), theme.style(element))
            .set(code.text(), structure, box.inner.left, box.inner.measure, false);
    level.galley.addLines(
        lines, Math.max(2, box.style.orphans()), Math.max(2, box.style.widows()), false);
    close(box, level);
  }

  // ---- tables

  private void table(Block.Table table, Element element, Level level) {
    Style style = theme.style(element);
    Structure.Element structure = level.structure.add(Structure.Role.TABLE);
    level.galley.space(style.margin().top());
    if (!table.caption().isEmpty()) {
      Structure.Element caption = structure.add(Structure.Role.CAPTION);
      Level inside = new Level(element, caption, level.galley, level.left, level.measure);
      paragraph(table.caption(), inside, Tag.TABLE_CAPTION, Structure.Role.PARAGRAPH);
      level.galley.cut(Galley.Cut.FORBIDDEN);
    }
    new TableSetter(theme, paragraphs, inlines, this::cellBlocks, findings)
        .set(
            table,
            element,
            structure,
            document.metadata().language(),
            level.galley,
            level.left,
            level.measure);
    level.galley.space(style.margin().bottom());
    notesBehind(level.structure);
  }

  /** A cell that is more than a line of text, as slugs with x from the cell's left. */
  private List<Slug> cellBlocks(
      List<Block> content, Element element, Structure.Element structure, double width) {
    Galley galley = new Galley();
    blocks(content, new Level(element, structure, galley, 0, width));
    return galley.slugs();
  }

  // ---- figures

  private void figure(
      Inline.Image image, List<Inline> caption, Element element, Level level, Place place) {
    Structure.Element division = level.structure.add(Structure.Role.DIVISION);
    Box box = open(level, element, division);
    Structure.Element structure =
        division.add(Structure.Role.FIGURE).alternative(InlineCompositor.alternative(image));
    // A caption of a few lines and the space around must fit below it.
    double room = depth - (caption.isEmpty() ? 0 : 5 * bodyStyle.leading());
    InlineCompositor.Extent extent = InlineCompositor.extent(image, box.inner.measure, room);
    double x = box.inner.left + (box.inner.measure - extent.width()) / 2;
    Mark picture =
        new Mark.Picture(image.asset(), x, 0, extent.width(), extent.height(), structure.content());
    level.galley.add(new Slug(extent.height(), List.of(picture), false));
    if (!caption.isEmpty()) {
      level.galley.cut(Galley.Cut.FORBIDDEN);
      Level inside = new Level(element, division, level.galley, box.inner.left, box.inner.measure);
      int from = level.galley.size();
      paragraph(caption, inside, inside.next(Tag.FIGURE_CAPTION), Structure.Role.CAPTION, place);
      level.galley.keepTogether(from);
    }
    close(box, level);
  }

  // ---- notes

  private SetNote note(Note note) {
    return setNote(
        note.id(),
        Integer.toString(numbers.note(note.number())),
        level -> blocks(note.content(), level));
  }

  private SetNote addressNote(LinkList.Entry entry) {
    return setNote(
        InlineCompositor.linkAnchor(entry),
        Integer.toString(numbers.link(entry.number())),
        level -> {
          Copy copy = new Copy();
          Structure.Element p = level.structure.add(Structure.Role.PARAGRAPH);
          address(copy, entry, level.element, p, document.metadata().language());
          lines(copy, level, theme.style(level.element), entry.places().getFirst());
        });
  }

  private SetNote setNote(String id, String mark, java.util.function.Consumer<Level> content) {
    Structure.Element structure = new Structure.Element(Structure.Role.NOTE).id(id);
    Structure.Element label = structure.add(Structure.Role.LABEL);
    Galley galley = new Galley();
    Element section = body.child(Tag.NOTES, null);
    Element list = section.child(Tag.of("ol"), null);
    Element element = list.child(Tag.NOTE, null);
    Level outer = new Level(list, structure, galley, 0, measure);
    Box box = open(outer, element, structure);
    Element number = element.child(Tag.NOTE_NUMBER, null);
    galley.onNext(List.of(new Mark.Anchor(id, 0, 0)), Slug.Extras.NONE);
    marker(mark, box.inner, theme.style(number), label);
    List<Structure.Element> outside = new ArrayList<>(pendingNotes);
    pendingNotes.clear();
    content.accept(box.inner);
    // A note called in this note was set while it was; it stands behind it.
    List<Structure.Element> inside = new ArrayList<>(pendingNotes);
    pendingNotes.clear();
    pendingNotes.addAll(outside);
    pendingNotes.add(structure);
    pendingNotes.addAll(inside);
    close(box, outer);
    List<Slug> slugs = new ArrayList<>();
    List<SetNote> called = new ArrayList<>();
    for (Slug slug : galley.slugs()) {
      called.addAll(slug.extras().notes());
      Slug.Extras extras = slug.extras();
      slugs.add(
          new Slug(
              slug.height(),
              slug.marks(),
              false,
              new Slug.Extras(List.of(), extras.links(), extras.slots(), extras.strings())));
    }
    return new SetNote(slugs, called);
  }
}
