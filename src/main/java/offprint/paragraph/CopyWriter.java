package offprint.paragraph;

import offprint.document.Spot;
import offprint.page.Mark;
import offprint.page.Structure;
import offprint.style.Element;
import offprint.style.Style;
import offprint.style.Tag;
import offprint.style.Theme;
import org.jspecify.annotations.Nullable;

/** Writes copy: words as they will be seen, and what is raised beside them. */
final class CopyWriter {
  /** Where words stand, and the link that they are in. */
  record At(
      Element element,
      Style style,
      Structure.Element structure,
      String language,
      Copy.@Nullable Use use) {
    /** The same as a part of something. */
    At in(Structure.Element structure) {
      return new At(element, style, structure, language, use);
    }

    /** The same leading somewhere. */
    At in(Copy.Use use) {
      return new At(element, style, use.element, language, use);
    }
  }

  private final Copy copy;
  private final Theme theme;
  private final Figures figures;
  private final Superiors superiors;
  private Copy.@Nullable Run lastMark;

  CopyWriter(Copy copy, Theme theme, Figures figures, Superiors superiors) {
    this.copy = copy;
    this.theme = theme;
    this.figures = figures;
    this.superiors = superiors;
  }

  /** In an element below. */
  At below(At at, Tag tag) {
    Element element = at.element.child(tag, null);
    return new At(element, theme.style(element), at.structure, at.language, at.use);
  }

  /**
   * Words as the author wrote them.
   *
   * @param spot where they stand in the article; null where they are only quoted
   */
  void words(String words, At at, Copy.Division division, @Nullable Spot spot) {
    String seen = at.style.keepLines() ? words : collapsed(words);
    if (division == Copy.Division.WORDS) {
      @Nullable Spot[] next = {spot};
      figures.part(
          seen,
          at.style,
          (piece, style) -> {
            add(piece, at, style, division, next[0]);
            next[0] = next[0] == null ? null : next[0].behind(piece);
          });
    } else {
      add(seen, at, at.style, division, spot);
    }
  }

  /** Words that are not the author's. */
  void words(String words, At at, Copy.Division division) {
    words(words, at, division, null);
  }

  private void add(String words, At at, Style style, Copy.Division division, @Nullable Spot spot) {
    copy.add(words, style, at.language, at.structure.content(), division, false, at.use, spot);
  }

  // CSS Text 3, 4.1.1: blanks and line ends collapse to one space, also across elements.
  private String collapsed(String words) {
    StringBuilder seen = new StringBuilder(words.length());
    boolean blank = copy.endsWithBlank();
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        if (!blank) {
          seen.append(' ');
        }
        blank = true;
      } else {
        seen.append(c);
        blank = false;
      }
    }
    return seen.toString();
  }

  /** The end of a line. */
  void forced(At at) {
    copy.add(
        String.valueOf(Copy.FORCED),
        at.style,
        at.language,
        at.structure.content(),
        Copy.Division.WORDS,
        false,
        null);
  }

  /** Raised or lowered words in the letters that the face has for that, if it has them. */
  At drawn(At raised, String words, At around) {
    Style style = superiors.style(words, raised.style, around.style);
    return new At(raised.element, style, raised.structure, raised.language, raised.use);
  }

  /** A mark that no line's end parts from the words before it. */
  void attached(String mark, At at) {
    copy.add(mark, at.style, at.language, at.structure.content(), Copy.Division.SPACES, true, null);
  }

  /**
   * A raised mark that leads somewhere: a note's, a link's number.
   *
   * @param said of where it leads
   */
  void raised(String mark, At at, Tag tag, String anchor, String said) {
    At below = below(at, tag);
    Style style = superiors.style(mark, below.style, at.style);
    if (lastMark != null && copy.lastWords() == lastMark) {
      attached(",", drawn(below, ",", at));
      white(0.15 * below.style.size(), at);
    } else {
      white(superiors.gap(copy, mark, style), at);
    }
    Structure.Element link =
        at.structure.add(Structure.Role.REFERENCE).add(Structure.Role.LINK).alternative(said);
    Structure.Element label = link.add(Structure.Role.LABEL);
    Copy.Use use = new Copy.Use(link, new Mark.Destination.Name(anchor), said, 0);
    copy.add(mark, style, at.language, label.content(), Copy.Division.SPACES, true, use);
    lastMark = copy.lastWords();
  }

  private void white(double width, At at) {
    if (width > 0) {
      unlinked(new Copy.Inset.White(width), at);
    }
  }

  /**
   * @param spot where it stands in the article; null for what does not
   */
  void inset(Copy.Inset inset, At at, @Nullable Spot spot) {
    copy.add(inset, at.style, at.language, at.structure.content(), at.use, spot);
  }

  /** An inset that is no part of the link that it stands in. */
  void unlinked(Copy.Inset inset, At at) {
    copy.add(inset, at.style, at.language, at.structure.content(), null, null);
  }
}
