package offprint.paragraph;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import offprint.document.Direction;
import offprint.document.Document;
import offprint.document.FootNumbers;
import offprint.document.Inline;
import offprint.document.LinkList;
import offprint.document.Note;
import offprint.document.ReadingOrder;
import offprint.document.Settings;
import offprint.document.Sighting;
import offprint.document.Spot;
import offprint.document.Wording;
import offprint.galley.SetNote;
import offprint.math.Formula;
import offprint.math.FormulaSetter;
import offprint.page.Mark;
import offprint.page.Structure;
import offprint.paragraph.CopyWriter.At;
import offprint.style.Element;
import offprint.style.Style;
import offprint.style.Tag;
import offprint.style.Theme;
import offprint.type.FormulaCase;
import offprint.type.TypeCase;
import org.jspecify.annotations.Nullable;

/**
 * Inlines to {@link Copy}: each stretch of words with its style, its place in the structure and
 * where it leads.
 */
public final class InlineCompositor {
  /** A line's end in a formula (TeX's \relpenalty and \binoppenalty). */
  private static final int BEHIND_RELATION = 500;

  private static final int BEHIND_OPERATOR = 700;

  /** In a formula that should stay whole: rather than that a line is far too wide or too empty. */
  private static final int IN_SHORT_FORMULA = 5_000;

  private final Superiors superiors;
  private final Figures figures = new Figures();
  private final Theme theme;
  private final TypeCase type;
  private final Document document;
  private final LinkList links;
  private final FootNumbers numbers;
  private final Function<Note, SetNote> notes;
  private final Function<LinkList.Entry, SetNote> addressNotes;
  private final FolioRooms folios;
  private final int[] marksOfNote;
  private final boolean[] linkNoted;
  // What is read in the article itself, and not in its contents or above it.
  private final Set<Inline> own = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean drafting;

  /**
   * @param notes sets a note, when its first mark is met
   * @param addressNotes sets a link's address as a note, likewise
   * @param folios the room for page numbers
   */
  public InlineCompositor(
      Theme theme,
      TypeCase type,
      Document document,
      FootNumbers numbers,
      Function<Note, SetNote> notes,
      Function<LinkList.Entry, SetNote> addressNotes,
      FolioRooms folios) {
    this.superiors = new Superiors(type);
    this.theme = theme;
    this.type = type;
    this.document = document;
    this.links = document.links();
    this.numbers = numbers;
    this.notes = notes;
    this.addressNotes = addressNotes;
    this.folios = folios;
    this.marksOfNote = new int[document.notes().size() + 1];
    this.linkNoted = new boolean[links.entries().size() + 1];
    ReadingOrder order = new ReadingOrder(own::add, heading -> {});
    order.inlines(document.title());
    order.blocks(document.summary());
    order.blocks(document.body());
    order.blocks(document.about());
    document.notes().forEach(note -> order.blocks(note.content()));
  }

  /**
   * @param element of the block
   * @param structure what the words belong to
   * @param measure what a picture may fill, in points
   */
  public Copy copy(
      List<Inline> content,
      Element element,
      Structure.Element structure,
      String language,
      double measure) {
    Copy copy = new Copy();
    append(copy, content, element, structure, language, measure);
    return copy;
  }

  /**
   * A picture that is a link, with its number behind it.
   *
   * @param measure what both may fill, in points
   * @param room how high the picture may be
   */
  public Copy linkedPicture(
      Inline link,
      Element element,
      Structure.Element structure,
      String language,
      double measure,
      double room) {
    Copy copy = new Copy();
    new Walk(copy, measure, room)
        .inline(link, new At(element, theme.style(element), structure, language, null));
    return copy;
  }

  /**
   * The same copy to be gauged, not to be set: it belongs to nothing and calls no note.
   *
   * @param measure what a picture may fill, in points
   */
  public Copy draft(List<Inline> content, Element element, String language, double measure) {
    drafting = true;
    try {
      return copy(
          content, element, new Structure.Element(Structure.Role.PARAGRAPH), language, measure);
    } finally {
      drafting = false;
    }
  }

  /** Adds to copy that has begun, such as a run-in heading. */
  public void append(
      Copy copy,
      List<Inline> content,
      Element element,
      Structure.Element structure,
      String language,
      double measure) {
    new Walk(copy, measure)
        .inlines(content, new At(element, theme.style(element), structure, language, null));
  }

  /** Adds words that all lead somewhere. */
  public void append(
      Copy copy,
      List<Inline> content,
      Element element,
      Structure.Element structure,
      String language,
      double measure,
      Copy.Use use) {
    new Walk(copy, measure)
        .inlines(content, new At(element, theme.style(element), structure, language, use));
  }

  /** Words that are not the author's, in the style of an element below the given one. */
  public void label(
      Copy copy, String words, Element element, Structure.Element structure, String language) {
    label(copy, words, element, structure, language, null);
  }

  /**
   * The same of a part of the article.
   *
   * @param spot where they stand in it; null for nowhere
   */
  public void label(
      Copy copy,
      String words,
      Element element,
      Structure.Element structure,
      String language,
      @Nullable Spot spot) {
    Style style = theme.style(element);
    copy.add(words, style, language, structure.content(), Copy.Division.WORDS, false, null, spot);
  }

  private @Nullable Spot spot(Inline inline) {
    return own.contains(inline) ? Spot.of(inline) : null;
  }

  private final class Walk {
    private final Copy copy;
    private final double measure;
    private final double room;
    private final CopyWriter writer;

    // In a line a picture is no higher than the line is wide.
    Walk(Copy copy, double measure) {
      this(copy, measure, measure);
    }

    /**
     * @param room how high a picture may be
     */
    Walk(Copy copy, double measure, double room) {
      this.copy = copy;
      this.measure = measure;
      this.room = room;
      this.writer = new CopyWriter(copy, theme, figures, superiors);
    }

    void inlines(List<Inline> content, At at) {
      for (Inline inline : content) {
        inline(inline, at);
      }
    }

    private void inline(Inline inline, At at) {
      switch (inline) {
        case Inline.Text text -> writer.words(text.text(), at, Copy.Division.WORDS, spot(text));
        case Inline.Code code -> code(code, writer.below(at, Tag.of("code")));
        case Inline.Formula formula -> formula(formula, writer.below(at, Tag.of("math")));
        case Inline.Phrase phrase -> phrase(phrase, at);
        case Inline.Abbreviation abbreviation -> abbreviation(abbreviation, at);
        case Inline.Link link -> link(link, at);
        case Inline.Image image -> picture(image, at);
        case Inline.NoteReference reference -> mark(reference, at);
        case Inline.LineBreak lineBreak -> writer.forced(at);
        case Inline.SoftBreak softBreak -> writer.words(" ", at, Copy.Division.WORDS);
      }
    }

    private void code(Inline.Code code, At at) {
      At inside = at.in(at.structure().add(Structure.Role.CODE));
      writer.words(code.text(), inside, Copy.Division.CODE, spot(code));
    }

    private void phrase(Inline.Phrase phrase, At at) {
      At below = writer.below(at, Tag.of(phrase));
      String language = phrase.language();
      if (language != null && !language.equals(at.language())) {
        Structure.Element span = at.structure().add(Structure.Role.SPAN).language(language);
        below = new At(below.element(), below.style(), span, language, below.use());
      }
      if (phrase.content().size() == 1 && phrase.content().getFirst() instanceof Inline.Text text) {
        below = writer.drawn(below, text.text(), at);
      }
      inlines(phrase.content(), below);
    }

    private void abbreviation(Inline.Abbreviation abbreviation, At at) {
      At below = writer.below(at, Tag.of(abbreviation));
      String expansion = abbreviation.expansion();
      if (expansion != null) {
        Structure.Element span = at.structure().add(Structure.Role.SPAN).expansion(expansion);
        below = below.in(span);
      }
      inlines(abbreviation.content(), below);
    }

    // ---- links

    private void link(Inline.Link link, At at) {
      switch (link.target()) {
        case Inline.Target.Nowhere nowhere -> nowhere(link, at);
        case Inline.Target.Anchor anchor -> internal(link, anchor, at);
        case Inline.Target.Entry entry -> external(link, entry, at);
      }
    }

    private void nowhere(Inline.Link link, At at) {
      At below = writer.below(at, Tag.of(link));
      inlines(link.content(), below);
      if (document.settings().placeholders() == Settings.Placeholders.MARK) {
        writer.attached(Wording.PLACEHOLDER_MARK, writer.below(at, Tag.of("sup")));
      }
    }

    private void internal(Inline.Link link, Inline.Target.Anchor anchor, At at) {
      String words = Inline.text(link.content());
      Structure.Element element = at.structure().add(Structure.Role.LINK).alternative(words);
      Copy.Use use = new Copy.Use(element, new Mark.Destination.Name(anchor.id()), words, 0);
      inlines(link.content(), writer.below(at, Tag.of(link)).in(use));
      At inside = writer.below(at, Tag.PAGE_REFERENCE).in(use);
      Wording wording = Wording.of(at.language());
      writer.words(" (" + wording.beforePage(), inside, Copy.Division.WORDS);
      writer.inset(pageNumber(anchor.id(), inside.style()), inside, null);
      copy.add(
          wording.behindPage() + ")",
          inside.style(),
          at.language(),
          element.content(),
          Copy.Division.WORDS,
          true,
          use);
    }

    private Copy.Inset pageNumber(String anchor, Style style) {
      String noughts = "0".repeat(folios.exactlyOf(anchor));
      return new Copy.Inset.PageNumber(anchor, noughts, type.number(noughts, style).width());
    }

    private void external(Inline.Link link, Inline.Target.Entry target, At at) {
      LinkList.Entry entry = links.entry(target.number());
      String words = Inline.text(link.content());
      String said =
          target.bare() || words.isBlank() ? entry.address() : words + " (" + entry.address() + ")";
      Structure.Element element = at.structure().add(Structure.Role.LINK).alternative(said);
      Copy.Use use =
          new Copy.Use(
              element, new Mark.Destination.Address(entry.address()), said, entry.number());
      At inside = writer.below(at, Tag.of(link)).in(use);
      if (target.bare()) {
        Inline first = link.content().getFirst();
        writer.words(
            Inline.text(link.content()),
            inside,
            Copy.Division.ADDRESS,
            spot(link.content().size() == 1 ? first : link));
        return;
      }
      inlines(link.content(), inside);
      switch (links.mode()) {
        case LIST -> number(entry, at);
        case INLINE -> address(entry, at, use, spot(link));
        case FOOTNOTES -> addressNote(entry, at);
        case NONE -> {}
      }
    }

    private void number(LinkList.Entry entry, At at) {
      // Beside notes, which are numbered too, colour alone would not tell the two series apart.
      String number = Integer.toString(entry.number());
      writer.raised(
          document.notes().isEmpty() ? number : "[" + number + "]",
          at,
          Tag.LINK_NUMBER,
          linkAnchor(entry),
          Wording.of(at.language()).links() + " " + entry.number());
    }

    private void address(LinkList.Entry entry, At at, Copy.Use use, @Nullable Spot spot) {
      At below = writer.below(at, Tag.LINK_ADDRESS);
      writer.words(" (", below, Copy.Division.WORDS);
      copy.add(
          entry.shown(),
          below.style(),
          at.language(),
          use.element.content(),
          Copy.Division.ADDRESS,
          false,
          use,
          spot);
      archived(entry, below);
      writer.words(")", below, Copy.Division.WORDS);
    }

    // In the midst of the text only where the address itself is of no use any more.
    private void archived(LinkList.Entry entry, At at) {
      Sighting.Copy archived = entry.copyInstead();
      if (archived == null) {
        return;
      }
      writer.words(", " + Wording.of(at.language()).seen(entry) + " ", at, Copy.Division.WORDS);
      Structure.Element link = at.structure().add(Structure.Role.LINK);
      link.alternative(archived.address());
      Copy.Use use =
          new Copy.Use(
              link, new Mark.Destination.Address(archived.address()), archived.address(), 0);
      writer.words(archived.address(), at.in(use), Copy.Division.ADDRESS);
    }

    private void addressNote(LinkList.Entry entry, At at) {
      String mark = Integer.toString(numbers.link(entry.number()));
      writer.raised(mark, at, Tag.NOTE_MARK, linkAnchor(entry), entry.address());
      if (!linkNoted[entry.number()] && !drafting) {
        linkNoted[entry.number()] = true;
        call(addressNotes.apply(entry), at);
      }
    }

    // ---- notes

    private void mark(Inline.NoteReference reference, At at) {
      Note note = document.note(reference);
      int number = note.number();
      int use = marksOfNote[number] + 1;
      String anchor = "fnref" + number + (use == 1 ? "" : "-" + use);
      writer.unlinked(new Copy.Inset.Anchor(anchor), at);
      int shown = numbers.note(number);
      writer.raised(
          Integer.toString(shown),
          at,
          Tag.NOTE_MARK,
          note.id(),
          Wording.of(at.language()).notes() + " " + shown);
      if (drafting) {
        return;
      }
      marksOfNote[number] = use;
      if (use == 1) {
        call(notes.apply(note), at);
      }
    }

    private void call(SetNote note, At at) {
      writer.unlinked(new Copy.Inset.Call(note), at);
    }

    private void formula(Inline.Formula inline, At at) {
      Formula formula = FormulaCase.read(inline.tex());
      Structure.Element structure =
          at.structure()
              .add(Structure.Role.FORMULA)
              .alternative(formula.alternative(at.language()));
      // Among words that run to the left a formula in pieces would run with them.
      boolean whole = inline.display() || Direction.of(at.language()) == Direction.RIGHT_TO_LEFT;
      boolean first = true;
      for (FormulaSetter.Stretch stretch :
          type.formulas().inline(formula, inline.display(), whole, at.style(), at.language())) {
        int behind = stretch.relation() ? BEHIND_RELATION : BEHIND_OPERATOR;
        int cost = first ? 0 : stretch.isShort() ? IN_SHORT_FORMULA : behind;
        writer.inset(
            new Copy.Inset.Formula(stretch.set(), formula.source(), stretch.lead(), cost),
            at.in(structure),
            spot(inline));
        first = false;
      }
    }

    // ---- pictures

    private void picture(Inline.Image image, At at) {
      // The number of its link, in digits of about a third of an em, stands behind it in its line.
      int number = at.use() == null || links.mode() == LinkList.Mode.NONE ? 0 : at.use().number;
      int digits = number == 0 ? 0 : 1 + Integer.toString(number).length();
      PictureSize size = PictureSize.of(image, measure - digits * at.style().size() / 3, room);
      Structure.Element figure =
          at.structure().add(Structure.Role.FIGURE).alternative(alternative(image));
      writer.inset(
          new Copy.Inset.Picture(image.asset(), size.width(), size.height()),
          at.in(figure),
          spot(image));
    }
  }

  /**
   * What is said of a picture; its file's name where the author gave it no words, since something
   * must be.
   */
  public static String alternative(Inline.Image image) {
    if (!image.alternative().isBlank()) {
      return image.alternative();
    }
    String title = image.title();
    return title == null || title.isBlank() ? image.asset().path() : title;
  }

  /** The name of an entry's place in the list of links. */
  public static String linkAnchor(LinkList.Entry entry) {
    return "link-" + entry.number();
  }
}
