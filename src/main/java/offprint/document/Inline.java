package offprint.document;

import java.util.ArrayList;
import java.util.List;
import offprint.source.Asset;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;

/** What stands in a line (CommonMark 0.31.2, section 6, and what articles have besides). */
public sealed interface Inline extends Node {
  Place place();

  /** Words, with quotes and dashes as they are to be set; never empty. */
  record Text(String text, Place place) implements Inline {}

  /** Words with a meaning of their own. */
  record Phrase(Kind kind, List<Inline> content, @Nullable String language, Place place)
      implements Inline {
    /** HTML's phrase elements; {@link #element} is the name there. */
    public enum Kind {
      EMPHASIS("em"),
      STRONG("strong"),
      ITALIC("i"),
      BOLD("b"),
      UNDERLINE("u"),
      DELETED("del"),
      INSERTED("ins"),
      SUBSCRIPT("sub"),
      SUPERSCRIPT("sup"),
      KEYBOARD("kbd"),
      MARK("mark"),
      SMALL("small"),
      /** Words of another language. */
      SPAN("span");

      private final String element;

      Kind(String element) {
        this.element = element;
      }

      public String element() {
        return element;
      }
    }

    public Phrase {
      content = List.copyOf(content);
    }
  }

  /** An abbreviation and what it stands for, where the author says it. */
  record Abbreviation(List<Inline> content, @Nullable String expansion, Place place)
      implements Inline {
    public Abbreviation {
      content = List.copyOf(content);
    }
  }

  record Code(String text, Place place) implements Inline {}

  /**
   * A formula among words.
   *
   * @param tex as the author wrote it, without the dollars; it can be read
   * @param words what is said where there is only room for words; the TeX where the article's
   *     language has none
   * @param display whether it is set as one that stands by itself
   */
  record Formula(String tex, String words, boolean display, Place place) implements Inline {}

  /**
   * @param title what the author put in quotes behind the address; null where nothing
   */
  record Link(List<Inline> content, Target target, @Nullable String title, Place place)
      implements Inline {
    public Link {
      content = List.copyOf(content);
    }
  }

  /** Where a link leads. */
  sealed interface Target {
    /**
     * An address, found in the article's link list.
     *
     * @param number from 1
     * @param bare whether the link's words are the address itself, so that no number stands behind
     *     them
     */
    record Entry(int number, boolean bare) implements Target {}

    /** A heading or note of the same article. */
    record Anchor(String id) implements Target {}

    /** Nowhere: the source gave no address. The words stay, and no link is written. */
    record Nowhere(String written) implements Target {}
  }

  /**
   * A picture in a line.
   *
   * @param alternative what to say to who cannot see it; empty where the author gave none
   * @param title null where there is none
   * @param width what the author asked for; null for the picture's own
   * @param height likewise
   */
  record Image(
      Asset asset,
      String alternative,
      @Nullable String title,
      @Nullable Extent width,
      @Nullable Extent height,
      Place place)
      implements Inline {
    /** A length in CSS pixels, or a share of the measure in per cent. */
    public record Extent(double amount, boolean percent) {}
  }

  /** A place of a note's mark. */
  record NoteReference(int number, String id, Place place) implements Inline {}

  /** A line end that the author wants. */
  record LineBreak(Place place) implements Inline {}

  /** A line end of the source: a space. */
  record SoftBreak(Place place) implements Inline {}

  /** The picture that an inline is, or that it links to somewhere; null for what is none. */
  static @Nullable Image picture(Inline inline) {
    return switch (inline) {
      case Image image -> image;
      case Link link -> link.content().size() == 1 ? picture(link.content().getFirst()) : null;
      case Text text -> null;
      case Phrase phrase -> null;
      case Abbreviation abbreviation -> null;
      case Code code -> null;
      case Formula formula -> null;
      case NoteReference reference -> null;
      case LineBreak lineBreak -> null;
      case SoftBreak softBreak -> null;
    };
  }

  /**
   * The same to be read in another place, such as a list of headings: links and notes lead nowhere
   * there, and pictures stay where they are. None of it is the same node as the original.
   */
  static List<Inline> quoted(List<Inline> content) {
    List<Inline> quoted = new ArrayList<>();
    for (Inline inline : content) {
      switch (inline) {
        case Text text -> quoted.add(new Text(text.text(), text.place()));
        case Code code -> quoted.add(new Code(code.text(), code.place()));
        case Formula formula ->
            quoted.add(
                new Formula(formula.tex(), formula.words(), formula.display(), formula.place()));
        case Phrase phrase ->
            quoted.add(
                new Phrase(
                    phrase.kind(), quoted(phrase.content()), phrase.language(), phrase.place()));
        case Abbreviation abbreviation -> quoted.addAll(quoted(abbreviation.content()));
        case Link link -> quoted.addAll(quoted(link.content()));
        case Image image -> {}
        case NoteReference reference -> {}
        case LineBreak lineBreak -> quoted.add(new SoftBreak(lineBreak.place()));
        case SoftBreak softBreak -> quoted.add(softBreak);
      }
    }
    return quoted;
  }

  /**
   * The words alone, one space for a break of either kind; a picture gives its alternative, a
   * formula its words, a note's mark nothing.
   */
  static String text(List<Inline> content) {
    StringBuilder words = new StringBuilder();
    collect(content, words);
    return words.toString();
  }

  private static void collect(List<Inline> content, StringBuilder words) {
    for (Inline inline : content) {
      switch (inline) {
        case Text text -> words.append(text.text());
        case Code code -> words.append(code.text());
        case Formula formula -> words.append(formula.words());
        case Phrase phrase -> collect(phrase.content(), words);
        case Abbreviation abbreviation -> collect(abbreviation.content(), words);
        case Link link -> collect(link.content(), words);
        case Image image -> words.append(image.alternative());
        case LineBreak lineBreak -> words.append(' ');
        case SoftBreak softBreak -> words.append(' ');
        case NoteReference reference -> {}
      }
    }
  }
}
