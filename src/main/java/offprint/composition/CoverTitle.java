package offprint.composition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.document.Document;
import offprint.document.Inline;
import offprint.source.Place;

/**
 * An article's title as a cover has it: without links and notes; what stands behind a colon is the
 * subtitle where there is no other, and the colon needs not be seen.
 *
 * @param subtitle empty where there is none
 */
record CoverTitle(List<Inline> title, List<Inline> subtitle) {
  /** In characters: what is longer is cut. */
  private static final int LONGEST = 500;

  /** A colon that parts a title, be it with a blank before it as the French have it. */
  private static final Pattern COLON = Pattern.compile("[ \u00A0\u202F]?:[ \u00A0]+|：\\s*");

  /** What is before a colon and shorter is no title: "Re: what you said". */
  private static final int SHORTEST = 3;

  static CoverTitle of(Document document, Place place) {
    String words = document.metadata().title();
    List<Inline> title =
        document.title().isEmpty() || words.length() > LONGEST
            ? List.of(new Inline.Text(cut(words), place))
            : Inline.quoted(document.title()).stream().map(CoverTitle::whole).toList();
    String subtitle = document.metadata().subtitle();
    return subtitle != null
        ? new CoverTitle(title, List.of(new Inline.Text(cut(subtitle), place)))
        : parted(title);
  }

  /** A formula in one piece, as one on its own is. */
  private static Inline whole(Inline inline) {
    return inline instanceof Inline.Formula formula
        ? new Inline.Formula(formula.tex(), formula.words(), true, formula.place())
        : inline;
  }

  private static CoverTitle parted(List<Inline> title) {
    for (int i = 0; i < title.size(); i++) {
      Matcher colon = title.get(i) instanceof Inline.Text text ? COLON.matcher(text.text()) : null;
      if (colon == null || !colon.find()) {
        continue;
      }
      Inline.Text text = (Inline.Text) title.get(i);
      List<Inline> before = new ArrayList<>(title.subList(0, i));
      List<Inline> behind = new ArrayList<>();
      add(text.text().substring(0, colon.start()), text.place(), before);
      add(text.text().substring(colon.end()), text.place(), behind);
      behind.addAll(title.subList(i + 1, title.size()));
      boolean parts = Inline.text(before).length() >= SHORTEST && !behind.isEmpty();
      return parts ? new CoverTitle(before, behind) : new CoverTitle(title, List.of());
    }
    return new CoverTitle(title, List.of());
  }

  private static void add(String words, Place place, List<Inline> to) {
    if (!words.isEmpty()) {
      to.add(new Inline.Text(words, place));
    }
  }

  /** Words that a cover has room for. */
  static String cut(String words) {
    if (words.length() <= LONGEST) {
      return words;
    }
    int blank = words.lastIndexOf(' ', LONGEST);
    return words.substring(0, blank > 0 ? blank : LONGEST) + "…";
  }
}
